// A stand-in for the Gateway API traffic router of Argo Rollouts, whose module is not published on the Go proxy.
//
// It does with HTTPRoutes what that plugin documents: weights on the two backendRefs of each rule that has both, a rule
// of its own for a header route, and the removal of such rules. It exists to prove generated repositories against the
// real Rollouts controller; no installation runs it.
package main

import (
	"context"
	"encoding/json"
	"fmt"

	goplugin "github.com/hashicorp/go-plugin"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/tools/clientcmd"

	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	"github.com/argoproj/argo-rollouts/rollout/trafficrouting/plugin/rpc"
	"github.com/argoproj/argo-rollouts/utils/plugin/types"
)

const name = "argoproj-labs/gatewayAPI"

var routes = schema.GroupVersionResource{Group: "gateway.networking.k8s.io", Version: "v1", Resource: "httproutes"}

type config struct {
	HTTPRoute string `json:"httpRoute"`
	Namespace string `json:"namespace"`
}

type router struct{ client dynamic.Interface }

func (r *router) InitPlugin() types.RpcError {
	rules := clientcmd.NewDefaultClientConfigLoadingRules()
	access, err := clientcmd.NewNonInteractiveDeferredLoadingClientConfig(rules, &clientcmd.ConfigOverrides{}).ClientConfig()
	if err != nil {
		return failed(err)
	}
	r.client, err = dynamic.NewForConfig(access)
	return failed(err)
}

func (r *router) UpdateHash(*v1alpha1.Rollout, string, string, []v1alpha1.WeightDestination) types.RpcError {
	return types.RpcError{}
}

func (r *router) SetWeight(rollout *v1alpha1.Rollout, weight int32, _ []v1alpha1.WeightDestination) types.RpcError {
	canary := rollout.Spec.Strategy.Canary
	return r.change(rollout, func(rules []any) ([]any, error) {
		found := false
		for _, rule := range rules {
			stable, next := backend(rule, canary.StableService), backend(rule, canary.CanaryService)
			if stable == nil || next == nil {
				continue
			}
			found = true
			stable["weight"], next["weight"] = int64(100-weight), int64(weight)
		}
		if !found {
			return nil, fmt.Errorf("backendRef was not found in httpRoute")
		}
		return rules, nil
	})
}

func (r *router) SetHeaderRoute(rollout *v1alpha1.Rollout, route *v1alpha1.SetHeaderRoute) types.RpcError {
	canary := rollout.Spec.Strategy.Canary
	return r.change(rollout, func(rules []any) ([]any, error) {
		rules = without(rules, route.Name)
		if len(route.Match) == 0 {
			return rules, nil
		}
		var headers []any
		for _, match := range route.Match {
			kind, value := "Exact", match.HeaderValue.Exact
			if match.HeaderValue.Regex != "" {
				kind, value = "RegularExpression", match.HeaderValue.Regex
			} else if match.HeaderValue.Prefix != "" {
				kind, value = "RegularExpression", match.HeaderValue.Prefix+".*"
			}
			headers = append(headers, map[string]any{"name": match.HeaderName, "type": kind, "value": value})
		}
		var ref map[string]any
		for _, rule := range rules {
			if found := backend(rule, canary.CanaryService); found != nil {
				ref = map[string]any{"name": found["name"], "port": found["port"]}
			}
		}
		if ref == nil {
			return nil, fmt.Errorf("backendRef was not found in httpRoute")
		}
		return append(rules, map[string]any{
			"name":        route.Name,
			"matches":     []any{map[string]any{"headers": headers}},
			"backendRefs": []any{ref},
		}), nil
	})
}

func (r *router) SetMirrorRoute(*v1alpha1.Rollout, *v1alpha1.SetMirrorRoute) types.RpcError {
	return types.RpcError{}
}

func (r *router) VerifyWeight(*v1alpha1.Rollout, int32, []v1alpha1.WeightDestination) (types.RpcVerified, types.RpcError) {
	return types.Verified, types.RpcError{}
}

func (r *router) RemoveManagedRoutes(rollout *v1alpha1.Rollout) types.RpcError {
	return r.change(rollout, func(rules []any) ([]any, error) {
		for _, managed := range rollout.Spec.Strategy.Canary.TrafficRouting.ManagedRoutes {
			rules = without(rules, managed.Name)
		}
		return rules, nil
	})
}

func (r *router) Type() string { return name }

func (r *router) change(rollout *v1alpha1.Rollout, edit func([]any) ([]any, error)) types.RpcError {
	var wanted config
	if err := json.Unmarshal(rollout.Spec.Strategy.Canary.TrafficRouting.Plugins[name], &wanted); err != nil {
		return failed(err)
	}
	api := r.client.Resource(routes).Namespace(wanted.Namespace)
	route, err := api.Get(context.Background(), wanted.HTTPRoute, metav1.GetOptions{})
	if err != nil {
		return failed(err)
	}
	spec, _ := route.Object["spec"].(map[string]any)
	rules, _ := spec["rules"].([]any)
	before, _ := json.Marshal(rules)
	rules, err = edit(rules)
	if err != nil {
		return failed(err)
	}
	if after, _ := json.Marshal(rules); string(after) == string(before) {
		return types.RpcError{}
	}
	spec["rules"] = rules
	_, err = api.Update(context.Background(), route, metav1.UpdateOptions{})
	return failed(err)
}

func backend(rule any, service string) map[string]any {
	fields, _ := rule.(map[string]any)
	refs, _ := fields["backendRefs"].([]any)
	for _, ref := range refs {
		if candidate, _ := ref.(map[string]any); candidate["name"] == service {
			return candidate
		}
	}
	return nil
}

func without(rules []any, name string) []any {
	kept := []any{}
	for _, rule := range rules {
		if fields, _ := rule.(map[string]any); fields["name"] != name {
			kept = append(kept, rule)
		}
	}
	return kept
}

func failed(err error) types.RpcError {
	if err == nil {
		return types.RpcError{}
	}
	return types.RpcError{ErrorString: err.Error()}
}

func main() {
	goplugin.Serve(&goplugin.ServeConfig{
		HandshakeConfig: goplugin.HandshakeConfig{
			ProtocolVersion:  1,
			MagicCookieKey:   "ARGO_ROLLOUTS_RPC_PLUGIN",
			MagicCookieValue: "trafficrouter",
		},
		Plugins: map[string]goplugin.Plugin{"RpcTrafficRouterPlugin": &rpc.RpcTrafficRouterPlugin{Impl: &router{}}},
	})
}
