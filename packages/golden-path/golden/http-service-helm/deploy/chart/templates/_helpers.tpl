{{/* An image, out of its repository, tag and digest. */}}
{{- define "service.image" -}}
{{ .repository }}{{ with .tag }}:{{ . }}{{ end }}{{ with .digest }}@{{ . }}{{ end }}
{{- end }}

{{/*
The ConfigMap of settings. It is another one as soon as a setting is another, so that a new version starts with the new
settings and the old version keeps its own until it is gone.
*/}}
{{- define "service.configName" -}}
{{ .Chart.Name }}-config-{{ printf "{\"data\":%s,\"kind\":\"ConfigMap\",\"name\":\"\"}" (toJson .Values.config) | sha256sum | trunc 10 | replace "0" "g" | replace "1" "h" | replace "3" "k" | replace "a" "m" | replace "e" "t" }}
{{- end }}
