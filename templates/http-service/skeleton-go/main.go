// Serves HTTP until it is told to stop, and then lets requests in flight end.
package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"syscall"

	"${{ values.name }}/internal/config"
	"${{ values.name }}/internal/service"
	"${{ values.name }}/internal/store"
)

func main() {
	log := slog.New(slog.NewJSONHandler(os.Stdout, nil))
	if err := run(log); err != nil {
		log.Error("stopped", "error", err.Error())
		os.Exit(1)
	}
}

func run(log *slog.Logger) error {
	settings, err := config.Read(os.Getenv)
	if err != nil {
		return err
	}
	ready := func(context.Context) bool { return true }
	if settings.Store != "" {
		ready = func(ctx context.Context) bool { return store.Reachable(ctx, settings.Store) }
	}
	app := service.New(service.Options{Name: settings.Name, Ready: ready})
	listener, err := net.Listen("tcp", net.JoinHostPort("", strconv.Itoa(settings.Port)))
	if err != nil {
		return err
	}
	log.Info("listening", "port", settings.Port)

	// Kubernetes takes the pod out of its Services while preStop sleeps; after that only requests in flight are left.
	stop, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer cancel()
	ended := make(chan error, 1)
	go func() { ended <- app.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-stop.Done():
	}
	log.Info("stopping")
	if err := app.Close(settings.Drain); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	log.Info("stopped")
	return nil
}
