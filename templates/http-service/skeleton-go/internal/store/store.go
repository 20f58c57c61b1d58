// Package store knows the database beside the service.
package store

import (
	"context"
	"net"
	"time"
)

// Reachable says whether the store takes connections. Asked by the readiness probe, so it answers within a second.
func Reachable(ctx context.Context, address string) bool {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	connection, err := (&net.Dialer{}).DialContext(ctx, "tcp", address)
	if err != nil {
		return false
	}
	return connection.Close() == nil
}
