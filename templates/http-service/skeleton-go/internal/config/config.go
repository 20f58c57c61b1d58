// Package config reads the environment once. A wrong value stops the start and names itself.
package config

import (
	"fmt"
	"net"
	"strconv"
	"time"
)

// Config is what the platform tells the service.
type Config struct {
	Name string
	Port int
	// Drain is how long requests in flight may take after SIGTERM.
	Drain time.Duration
	// Store is host and port of the database beside the service; empty without one.
	Store string
}

// Read takes the settings from a function such as os.Getenv.
func Read(env func(string) string) (Config, error) {
	config := Config{Name: env("SERVICE_NAME")}
	if config.Name == "" {
		config.Name = "service"
	}
	var err error
	if config.Port, err = number(env, "PORT", 8080); err != nil {
		return Config{}, err
	}
	seconds, err := number(env, "DRAIN_SECONDS", 20)
	if err != nil {
		return Config{}, err
	}
	config.Drain = time.Duration(seconds) * time.Second
	if host := env("DATABASE_HOST"); host != "" {
		port, err := number(env, "DATABASE_PORT", 5432)
		if err != nil {
			return Config{}, err
		}
		config.Store = net.JoinHostPort(host, strconv.Itoa(port))
	}
	return config, nil
}

func number(env func(string) string, name string, otherwise int) (int, error) {
	text := env(name)
	if text == "" {
		return otherwise, nil
	}
	value, err := strconv.Atoi(text)
	if err != nil || value < 0 {
		return 0, fmt.Errorf("%s is %q; it must be a whole number", name, text)
	}
	return value, nil
}
