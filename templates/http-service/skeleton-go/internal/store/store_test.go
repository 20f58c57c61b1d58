package store

import (
	"context"
	"net"
	"testing"
)

func TestReachable(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	if !Reachable(context.Background(), address) {
		t.Error("something listens there, and it is not reachable")
	}
	listener.Close()
	if Reachable(context.Background(), address) {
		t.Error("nothing listens there, and it is reachable")
	}
}
