package config

import (
	"strings"
	"testing"
	"time"
)

func env(values map[string]string) func(string) string {
	return func(name string) string { return values[name] }
}

func TestReadFillsInWhatIsNotSaid(t *testing.T) {
	config, err := Read(env(nil))
	if err != nil {
		t.Fatal(err)
	}
	want := Config{Name: "service", Port: 8080, Drain: 20 * time.Second}
	if config != want {
		t.Errorf("got %+v, want %+v", config, want)
	}
}

func TestReadKnowsTheStore(t *testing.T) {
	config, err := Read(env(map[string]string{"DATABASE_HOST": "orders-db"}))
	if err != nil || config.Store != "orders-db:5432" {
		t.Errorf("got %q, %v", config.Store, err)
	}
}

func TestReadNamesAWrongValue(t *testing.T) {
	for _, name := range []string{"PORT", "DRAIN_SECONDS"} {
		_, err := Read(env(map[string]string{name: "eighty"}))
		if err == nil || !strings.Contains(err.Error(), name+` is "eighty"`) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
