// Package service is the HTTP service: your routes, and what the platform asks of every service.
package service

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Options is what a service needs of its surroundings.
type Options struct {
	Name string
	// Ready says whether requests may come: asked by the readiness probe.
	Ready func(context.Context) bool
}

// Service answers requests.
type Service struct {
	server   *http.Server
	stopping atomic.Bool
}

// New makes a service that listens nowhere yet.
func New(options Options) *Service {
	registry := prometheus.NewRegistry()
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	// The canary's analysis and the SLO alerts read this one.
	duration := prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name:    "http_request_duration_seconds",
		Help:    "How long requests took",
		Buckets: []float64{0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5},
	}, []string{"method", "route", "code"})
	registry.MustRegister(duration)

	service := &Service{}
	routes := http.NewServeMux()
	routes.HandleFunc("/{$}", func(w http.ResponseWriter, _ *http.Request) {
		send(w, http.StatusOK, map[string]string{"service": options.Name})
	})
	routes.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) {
		send(w, http.StatusOK, map[string]string{"status": "ok"})
	})
	routes.HandleFunc("/readyz", func(w http.ResponseWriter, r *http.Request) {
		if service.stopping.Load() || !options.Ready(r.Context()) {
			send(w, http.StatusServiceUnavailable, map[string]string{"status": "not ready"})
			return
		}
		send(w, http.StatusOK, map[string]string{"status": "ready"})
	})
	routes.Handle("/metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	routes.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		send(w, http.StatusNotFound, map[string]string{"error": "not found"})
	})

	service.server = &http.Server{
		Handler:           measured(routes, duration),
		ReadHeaderTimeout: 10 * time.Second,
	}
	return service
}

// Serve answers until Close is called.
func (s *Service) Serve(listener net.Listener) error {
	if err := s.server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Close lets requests in flight end; whatever takes longer than drain is cut.
func (s *Service) Close(drain time.Duration) error {
	s.stopping.Store(true)
	ctx, cancel := context.WithTimeout(context.Background(), drain)
	defer cancel()
	if err := s.server.Shutdown(ctx); err != nil {
		return s.server.Close()
	}
	return nil
}

// measured counts requests by route and code, not by path: paths are endless.
func measured(routes *http.ServeMux, duration *prometheus.HistogramVec) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		started := time.Now()
		answer := &recorded{ResponseWriter: w, code: http.StatusOK}
		defer func() {
			if recover() != nil {
				answer.WriteHeader(http.StatusInternalServerError)
			}
			_, route := routes.Handler(r)
			switch route {
			case "/{$}":
				route = "/"
			case "/":
				route = "other"
			}
			duration.WithLabelValues(r.Method, route, strconv.Itoa(answer.code)).Observe(time.Since(started).Seconds())
		}()
		routes.ServeHTTP(answer, r)
	})
}

// recorded remembers the code that was sent.
type recorded struct {
	http.ResponseWriter
	code int
}

func (r *recorded) WriteHeader(code int) {
	r.code = code
	r.ResponseWriter.WriteHeader(code)
}

func send(w http.ResponseWriter, code int, body any) {
	w.Header().Set("content-type", "application/json")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(body)
}
