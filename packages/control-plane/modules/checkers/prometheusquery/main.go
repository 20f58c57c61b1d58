// Reads rule groups and queries as Prometheus itself reads them.
//
// Standard input is JSON: {"groups": ["text of a rule file", ...], "queries": ["sum(x)", ...]}. Each complaint is a line
// of standard output, and the exit code is 1 when there is any.
package main

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"os"

	"github.com/prometheus/common/model"
	"github.com/prometheus/prometheus/model/rulefmt"
	"github.com/prometheus/prometheus/promql/parser"
)

type question struct {
	Groups  []string `json:"groups"`
	Queries []string `json:"queries"`
}

func main() {
	var asked question
	if err := json.NewDecoder(os.Stdin).Decode(&asked); err != nil {
		fmt.Println("not a question:", err)
		os.Exit(2)
	}
	complaints := 0
	promql := parser.NewParser(parser.Options{})
	for _, text := range asked.Groups {
		_, errs := rulefmt.Parse([]byte(text), false, model.UTF8Validation, promql, slog.Default())
		for _, err := range errs {
			complaints++
			fmt.Println(err)
		}
	}
	for _, query := range asked.Queries {
		if _, err := promql.ParseExpr(query); err != nil {
			complaints++
			fmt.Printf("%s: %v\n", query, err)
		}
	}
	if complaints > 0 {
		os.Exit(1)
	}
}
