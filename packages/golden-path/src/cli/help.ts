export const HELP = `Usage: golden-path check [folder] [options]

Checks a repository against the rules of the golden path: one that it has made by its answers and its objects, any
other one (Kustomize overlays, folders of manifests) by its objects.

  --platform <file>    facts of the platform in YAML or JSON, as GET /api/baremetal/v1/platform answers them;
                       without it, rules that ask for them are listed as not checked
  --format <format>    human (default), json, or sarif for code hosts
  -o, --output <file>  writes the report into a file
  --strict             lets warnings fail, too
  --acknowledge <id>   accepts the warnings of a rule under --strict; can be given several times
  -h, --help           shows this
  --version            shows the version of the golden path

Exit code: 0 when nothing forbids the repository, 1 when something does, 2 when it could not be checked.
Colours follow NO_COLOR and FORCE_COLOR.
`;
