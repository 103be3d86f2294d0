#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Every public function, called as it should not be: with NULL for each pointer, an index that is nobody's, a value
that is none of an enumeration's. None of it may crash. The calls are made from the public headers, so a new function
is tried as soon as it is declared; where it takes something of a kind that is not known here, the test fails until
misuse.c has one and GOOD names it."""
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

SOURCE, BUILD = pathlib.Path(os.environ["RELATA_SOURCE"]), pathlib.Path(os.environ["RELATA_BUILD"])
HERE = pathlib.Path(__file__).parent

# A sound argument, by "function.parameter", else by its type, without const, and name, else by type alone.
GOOD = {
    "relata_corpus_add_argument.of_event": "RELATA_NONE",
    "relata_corpus_add_mention.n_spans": "1",
    "relata_corpus_intern_speakers.n": "1",
    "relata_reliability_parse.reliability": "((char[]){'A'})",
    "relata_corpus_resolve_actor.words": '"isis-k"',
    "relata_corpus_resolve_document.words": "relata_corpus_document(corpus, 0)->id",
    "relata_date_parse.text": '"2021"',
    "relata_corpus_date.text": '"2021"',
    "relata_corpus_declare_actor.id": '"somebody-new"',
    "relata_draw_animation.n": "1",
    "relata_draw_frames.n": "1",
    "relata_frame_days.words": '"2021"',
    "relata_html_page.data": '"{}"',
    "relata_measure_find.name": '"degree"',
    "relata_network_merge.n": "1",
    "relata_output_format_find.name": '"csv"',
    "relata_partition_new.n_labels": "1",
    "relata_partition_new.n_vertices": "1",
    "relata_pattern_parse.text": '"attacks"',
    "relata_picture_format_find.name": '"svg"',
    "relata_path_match.question": "&pairs_of",
    "relata_path_rule.why": "((const char *[]){NULL})",
    "relata_read.format": "NULL",
    "relata_read_mapping.encoding": "NULL",
    "relata_read_mapping.path": "table_file",
    "relata_selection_date.filter": "RELATA_FILTER_AS_OF",
    "relata_selection_set.filter": "RELATA_FILTER_DOCUMENT",
    "relata_selection_set.value": "relata_corpus_document(corpus, 0)->id",
    "relata_selection_set_days.filter": "RELATA_FILTER_AS_OF",
    "relata_sheet_size_parse.text": '"a4"',
    "relata_sides_solve.n": "2",
    "relata_theme_load.name": '"print"',
    "relata_trace_names.actors": "indices",
    "relata_unknown.error": "NULL",
    "relata_utf8_validate.n": "1",
    "GArray * edges": "indices",
    "GArray * pairs": "pairs",
    "GPtrArray * between": "NULL",
    "GPtrArray * paths": "findings->answer->paths",
    "char * format": '"dot"',
    "char * line": '"a,b"',
    "char * path": "view_file",
    "char * word": '"affirms"',
    "char *const * paths": "paths",
    "char *const *": "words",
    "char *": '"word"',
    "char": "'x'",
    "char **": "&out.string",
    "double *": "out.scores",
    "double *const *": "scores",
    "gboolean": "FALSE",
    "gboolean * heard": "NULL",
    "gboolean * ties": "NULL",
    "gboolean * types": "NULL",
    "gboolean *": "&out.boolean",
    "gint32 * days": "days",
    "gint32": "18869",
    "gint64": "G_MAXINT64",
    "gsize": "1",
    "guint *": "out.indices",
    "guint limit": "1",
    "guint n": "0",
    "guint n_paths": "1",
    "guint most": "1",
    "guint": "0",
    "guint32": "0",
    "guint64": "1",
    "guint64 *": "&out.big",
    "gunichar": "'a'",
    "int month": "1",
    "int day_of_month": "1",
    "int": "0",
    "int *": "&out.integer",
    "GArray * via": "indices",
    "GArray * avoid": "indices",
    "GError **": "&out.error",
    "RelataAdjacency *": "relata_network_adjacency(network)",
    "RelataAutomaton *": "automaton",
    "RelataCandidate *": "(&(RelataCandidate){.mark = \"T1\", .name = \"Ann\", .type = RELATA_NONE})",
    "RelataCertainty": "RELATA_CERTAIN",
    "RelataCertainty *": "&out.certainty",
    "RelataClaim *": "&claim",
    "RelataConnectAnswer *": "connection",
    "RelataConnectMiss *": "NULL",
    "RelataConnectQuery *": "&connect",
    "RelataCorpus *": "corpus",
    "RelataListing *": "&RELATA_LISTING(3)",
    "RelataDate *": "&date",
    "RelataDiagnostics *": "diagnostics",
    "char": "'B'",
    "RelataErrorCode": "RELATA_ERROR_VALUE",
    "RelataEvent *": "relata_corpus_event(corpus, 0)",
    "RelataFigure *": "&figure",
    "RelataFilter": "RELATA_FILTER_RELATION",
    "RelataLoops": "RELATA_LOOPS_ONCE",
    "RelataMatch *": "(&(RelataMatch){0, 0, 1})",
    "RelataMatches *": "NULL",
    "RelataPath *": "g_ptr_array_index(path_answer->paths, 0)",
    "gboolean * from": "NULL",
    "gboolean * to": "NULL",
    "RelataSame": "RELATA_SAME_DOCUMENT",
    "RelataGrade": "((RelataGrade){'B', 2})",
    "RelataGrade *": "(&(RelataGrade){'B', 2})",
    "RelataHoldings *": "holdings",
    "RelataHtmlDrawing *": "drawing",
    "RelataIdentityStep": "RELATA_BY_ID",
    "RelataMarkMeaning": "RELATA_MARK_WHEN",
    "RelataMeasureInfo *": "relata_measures",
    "RelataMeasureInfo *const *": "measures",
    "RelataNetwork *": "network",
    "RelataNetwork *const *": "networks",
    "RelataOpenTypes": "RELATA_OPEN_ACTOR_TYPES",
    "RelataPageContext *": "&context",
    "RelataParallelTies": "RELATA_TIES_EACH",
    "RelataPartition *": "partition",
    "RelataCommonPair *": "&common",
    "RelataParts *": "parts",
    "RelataParts **": "&out.parts",
    "RelataPath *const *": "witnesses",
    "RelataPathAnswer *": "path_answer",
    "RelataPathAsks": "RELATA_ASKS_ALONG",
    "RelataPathFindings *": "findings",
    "RelataPathGround *": "ground",
    "RelataPathMode": "RELATA_MODE_TRAIL",
    "RelataPathOrdered": "RELATA_ORDERED_HOPS",
    "RelataPathProgress *": "progress",
    "RelataPathQuery *": "&query",
    "RelataPathQuestion *": "&question",
    "RelataPathReach *": "path_reach",
    "RelataPathReport *": "&report",
    "RelataPathSearcher *": "searcher",
    "RelataPathSelector": "RELATA_PATHS_ALL",
    "RelataPathSets *": "sets",
    "RelataPattern *": "pattern",
    "RelataPicture *": "picture",
    "RelataPlace": "place",
    "RelataPlace *": "&place",
    "RelataPresumption": "((RelataPresumption){2, 1, 0})",
    "RelataReached *": "&reached",
    "RelataReadOptions *": "NULL",
    "RelataReading": "RELATA_PRESUMABLY",
    "RelataReading *": "&out.reading",
    "RelataRobustness *": "robustness",
    "RelataRoleMeaning": "RELATA_ROLE_BY",
    "RelataSchema *": "relata_corpus_schema(corpus)",
    "RelataSelection *": "selection",
    "RelataSeverity": "RELATA_NOTE",
    "RelataTieless": "RELATA_TIELESS_FEW",
    "RelataSheetSize *": "&out.size",
    "RelataListing * listing": "&listing",
    "RelataSpan": "span",
    "RelataSpan *": "&span",
    "RelataSpeaker *": "(&(RelataSpeaker){RELATA_NONE, \"somebody\"})",
    "RelataStance": "RELATA_AFFIRMS",
    "RelataStance *": "&out.stance",
    "RelataStatement *": "&claim.said",
    "RelataText *": "text",
    "RelataTheme *": "theme",
    "RelataTie *": "network->ties",
    "RelataTrace *": "&trace",
    "RelataVerdict": "RELATA_TIE_DISPUTED",
    "RelataView *": "view",
    "RelataWitness *": "&witness",
}

# How many things an array holds is the caller's word, and nothing can hold it against the array.
COUNTS = re.compile(r"n(_\w+)?|most_exact")
BAD = {
    "RelataGrade": ["((RelataGrade){'G', 2})", "((RelataGrade){'B', 7})"],
    "RelataPresumption": ["((RelataPresumption){2, 3, G_MININT32})", "((RelataPresumption){2, 1, G_MAXINT32})"],
    "RelataSpan": ["((RelataSpan){5, 2})", "((RelataSpan){G_MAXUINT - 1, G_MAXUINT})"],
    "char": ["'G'"],
    "char *": ["NULL", '""'],
    "gint32": ["G_MININT32", "G_MAXINT32"],
    "gint64": ["G_MININT64", "0"],
    "gsize": ["G_MAXSIZE"],
    "guint": ["G_MAXUINT"],
    "guint32": ["G_MAXUINT32"],
    "gunichar": ["0", "0x7fffffff"],
    "int": ["G_MININT", "G_MAXINT"],
}


def public_headers():
    source = SOURCE / "src"
    for header in sorted(source.rglob("*.h")):
        text = header.read_text()
        if re.search("^RELATA_BEGIN_DECLS", text, re.M):
            yield str(header.relative_to(source)), text


def declarations(text):
    """Name and parameters, as (type, name), of the functions that a header declares."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    text = re.sub(r"^ *#(.*\\\n)*.*$", "", text, flags=re.M)
    text = re.sub(r"^static inline.*?^}", "", text, flags=re.M | re.S)
    for match in re.finditer(r"^\w[^;{}()=]*?\b(relata_\w+)\(([^;{}]*?)\)[^;{}()]*(\([^()]*\))?;", text, re.M):
        parameters = []
        for parameter in re.split(r",\s*", match[2]):
            parts = re.fullmatch(r"(?:const )?(.*?)\s*(\w+)", " ".join(parameter.split()))
            if parts and parts[1]:
                parameters.append((parts[1], parts[2]))
        yield match[1], parameters


def good(function, kind, name):
    for key in (f"{function}.{name}", f"{kind} {name}", kind):
        if key in GOOD:
            return GOOD[key]
    sys.exit(f"{function}: misuse.py knows no sound {kind} {name}")


def bad(kind, name):
    if kind in BAD:
        return [] if kind in ("guint", "gsize") and COUNTS.fullmatch(name) else BAD[kind]
    if kind.endswith("*"):
        return ["NULL"]
    enumeration = kind.startswith("Relata") and not kind.endswith("Place")
    return [f"({kind})1000"] if enumeration else []


def calls():
    for _, text in public_headers():
        for function, parameters in declarations(text):
            sound = [good(function, *parameter) for parameter in parameters]
            yield True, function, sound
            for i, parameter in enumerate(parameters):
                for value in bad(*parameter):
                    yield False, function, sound[:i] + [value] + sound[i + 1 :]


def generate(path):
    rows, lines = [], []
    for i, (sound, function, arguments) in enumerate(calls()):
        call = f"{function}({', '.join(arguments)})"
        lines.append(f"static void call_{i}(void) {{ (void){call}; }}")
        quoted = call.replace("\\", "\\\\").replace('"', '\\"')
        rows.append(f'  {{"{quoted}", call_{i}, {str(sound).upper()}}},')
    path.write_text("\n".join(lines + ["static const Call calls[] = {"] + rows + ["};", ""]))


def main():
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "glib-2.0", "igraph"], check=True, text=True,
                           capture_output=True).stdout
    with tempfile.TemporaryDirectory() as work:
        program = pathlib.Path(work) / "misuse"
        generate(pathlib.Path(work) / "calls.h")
        subprocess.run([os.environ.get("CC", "cc"), *shlex.split(os.environ.get("CFLAGS", "")), "-std=gnu11", "-g",
                        "-Wno-format", f"-I{work}", f"-I{SOURCE}/src", str(HERE / "misuse.c"), "-o", str(program),
                        f"-L{BUILD}", "-lrelata", f"-Wl,-rpath,{BUILD}", *shlex.split(flags)], check=True)
        environment = {**os.environ, "G_DEBUG": ""}
        return subprocess.run([str(program), str(SOURCE)], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
