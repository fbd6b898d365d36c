// What a caller in TypeScript writes against the generated types; it must compile under `tsc --strict`.
import type { components, operations, paths } from "./contract";

type Schemas = components["schemas"];

const request: Schemas["ExtractRequest"] = { text: "It rained." };

const comparison: paths["/v1/compare"]["post"]["requestBody"]["content"]["application/json"] = {
  articles: [
    { id: "a", source: { name: "Orrin Gazette" }, text: "It rained.", published_at: "2026-03-04" },
    { id: "b", source: { name: "Coast Herald" }, text: "It rained." },
  ],
};

// @ts-expect-error a misspelt field must not compile
const misspelt: Schemas["ExtractRequest"] = { text: "It rained.", titel: "Rain" };

export function firstSpeaker(result: Schemas["ExtractResult"]): string | null {
  const [attribution] = result.attributions;
  return attribution?.speaker?.name ?? null;
}

export function contradictions(result: Schemas["CompareResult"]): string[] {
  return result.alignments
    .filter((alignment) => alignment.relation === "diverge")
    .flatMap((alignment) => alignment.divergences)
    .filter((divergence) => divergence.grade === "contradiction")
    .map((divergence) => `${divergence.left.evidence.exact} against ${divergence.right.evidence.exact}`);
}

export function pointers(
  problem: operations["extractArticle"]["responses"][422]["content"]["application/problem+json"],
): (string | null)[] {
  return problem.errors.map((error) => error.pointer);
}

export const requests = [request, comparison, misspelt];
