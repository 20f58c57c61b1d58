package service

import (
	"context"
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func started(t *testing.T, ready func() bool) (*Service, string) {
	t.Helper()
	service := New(Options{Name: "orders", Ready: func(context.Context) bool { return ready() }})
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go service.Serve(listener)
	t.Cleanup(func() { service.Close(time.Second) })
	return service, "http://" + listener.Addr().String()
}

func get(t *testing.T, url string) (int, string) {
	t.Helper()
	answer, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(body)
}

func TestIsReadyOnlyWhenWhatItNeedsIs(t *testing.T) {
	var ready atomic.Bool
	ready.Store(true)
	_, url := started(t, ready.Load)
	if code, _ := get(t, url+"/healthz"); code != http.StatusOK {
		t.Errorf("/healthz: %d", code)
	}
	if code, _ := get(t, url+"/readyz"); code != http.StatusOK {
		t.Errorf("/readyz: %d", code)
	}
	ready.Store(false)
	if code, _ := get(t, url+"/readyz"); code != http.StatusServiceUnavailable {
		t.Errorf("/readyz without what it needs: %d", code)
	}
}

func TestCountsByRouteAndCode(t *testing.T) {
	_, url := started(t, func() bool { return true })
	get(t, url+"/no/such/path")
	_, metrics := get(t, url+"/metrics")
	want := `http_request_duration_seconds_count{code="404",method="GET",route="other"} 1`
	if !strings.Contains(metrics, want) {
		t.Errorf("%s is not in\n%s", want, metrics)
	}
	if strings.Contains(metrics, "no/such/path") {
		t.Error("a path became a label")
	}
}

func TestEndsAndIsNotReadyAnyMore(t *testing.T) {
	service, url := started(t, func() bool { return true })
	if err := service.Close(time.Second); err != nil {
		t.Fatal(err)
	}
	if _, err := http.Get(url + "/readyz"); err == nil {
		t.Error("it still answers")
	}
}
