/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Many questions to one corpus: pairs of actors, one a line, as CSV or JSON. The answers are lines of JSON in
 * the same order, each written as soon as it is found. An error in a line is reported as its answer, and
 * reading continues. */
#include "cli/paths.h"

#include "cli/lines.h"
#include "cli/load.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/report.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* The maximum length of a line. A pair of names is short. */
#define MOST_BYTES 65536
/* Spreadsheets write it at the beginning of UTF-8 files. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

typedef struct {
  Cli *cli;
  RelataPathQuestion question;
  guint line;
  gboolean any_error, any_no;
} Batch;

static char *
answer_pair(Batch *batch, const char *from, const char *to, GError **error)
{
  RelataPathQuestion *question = &batch->question;
  question->from = relata_corpus_resolve_actor(batch->cli->corpus, from, error);
  if (question->from == RELATA_NONE)
    return NULL;
  question->to = relata_corpus_resolve_actor(batch->cli->corpus, to, error);
  if (question->to == RELATA_NONE)
    return NULL;
  g_autoptr(RelataPathFindings) findings = relata_path_ask(question, error);
  if (findings == NULL)
    return NULL;
  g_autofree char *lifted = NULL, *option = NULL;
  g_autoptr(RelataPathFindings) miss = NULL;
  if (findings->answer->n_found == 0) {
    batch->any_no = TRUE;
    miss = relata_path_nearest_miss(question, &lifted);
    option = lifted != NULL ? cli_spell_options(lifted) : NULL;
  }
  g_autoptr(GError) failed = NULL;
  g_autoptr(RelataRobustness) robustness = NULL;
  if (cli_option_is(batch->cli, "robust"))
    robustness = relata_robustness_ask(question, 0, &failed);
  if (failed != NULL) {
    g_propagate_error(error, g_steal_pointer(&failed));
    return NULL;
  }
  g_auto(GStrv) also = cli_spell_all(miss != NULL ? miss->also : NULL);
  const RelataPathReport report = {
      question, findings, miss, option, robustness, batch->line, (const char *const *)also};
  return relata_answer_paths(&report, TRUE);
}

/* Accepts quotes, as spreadsheets write them, and a space after the comma, as people do. */
static gboolean
is_header(const char *line)
{
  g_autofree char *from = NULL, *to = NULL;
  return *line != '{' && *line != '[' && relata_read_pair(line, &from, &to, NULL) &&
         g_ascii_strcasecmp(from, "from") == 0 && g_ascii_strcasecmp(to, "to") == 0;
}

/* Answers a line. Returns FALSE where a write to standard output fails. */
static gboolean
take_line(Batch *batch, char *line, gsize n)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *answer = NULL, *from = NULL, *to = NULL;
  batch->line++;
  if (memchr(line, '\0', n) != NULL) {
    g_set_error_literal(&error, RELATA_ERROR, RELATA_ERROR_INPUT,
                        "the line is not text: it contains a zero byte");
  } else if (n > MOST_BYTES) {
    g_set_error(&error, RELATA_ERROR, RELATA_ERROR_INPUT, "the line is too long: more than %d bytes",
                MOST_BYTES);
  } else {
    if (batch->line == 1 && g_str_has_prefix(line, BYTE_ORDER_MARK))
      line += strlen(BYTE_ORDER_MARK);
    g_strstrip(line);
    if (*line == '\0' || *line == '#' || (batch->line == 1 && is_header(line)))
      return TRUE;
    if (relata_read_pair(line, &from, &to, &error))
      answer = answer_pair(batch, from, to, &error);
  }
  if (answer == NULL) {
    batch->any_error = TRUE;
    g_autofree char *message = cli_spell_options(error->message);
    answer = relata_answer_error(batch->line, from, to, message);
  }
  g_string_append(batch->cli->out, answer);
  return cli_flush(batch->cli);
}

static void
answer_lines(Batch *batch, int file, GError **error)
{
  CliLines lines;
  cli_lines_init(&lines, file, MOST_BYTES);
  while (cli_lines_next(&lines) && take_line(batch, lines.line->str, lines.line->len))
    ;
  if (lines.fault != 0)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_INPUT, "--batch: %s",
                lines.fault == EFBIG ? "a line without end is no text" : g_strerror(lines.fault));
  cli_lines_clear(&lines);
}

CliExit
cli_path_batch(Cli *cli, const RelataPathQuestion *question, const char *path)
{
  g_autoptr(GError) error = NULL;
  Batch batch = {.cli = cli, .question = *question};
  const gboolean is_input = strcmp(path, "-") == 0;
  if (is_input && cli->shell != NULL) {
    cli_complain("--batch -: standard input holds the lines of the shell; name a file");
    return CLI_USAGE;
  }
  g_autoptr(GPtrArray) paths = cli_corpus_paths(cli);
  if (is_input && g_ptr_array_find_with_equal_func(paths, RELATA_STANDARD_INPUT, g_str_equal, NULL)) {
    cli_complain("--batch -: standard input holds the corpus; name a file");
    return CLI_USAGE;
  }
  const int file = is_input ? STDIN_FILENO : open(path, O_RDONLY);
  if (file < 0) {
    cli_complain("%s: %s", path, g_strerror(errno));
    return CLI_UNUSABLE;
  }
  batch.question.ground = relata_path_ground_new(cli->corpus, question->selection, &error);
  if (batch.question.ground != NULL)
    answer_lines(&batch, file, &error);
  if (batch.question.ground != NULL)
    cli_say_left_out(batch.question.ground->network, NULL, FALSE);
  relata_path_ground_unref(batch.question.ground);
  if (!is_input)
    close(file);
  if (error != NULL)
    return cli_fail(error);
  return batch.any_error ? CLI_USAGE : batch.any_no ? CLI_NO : CLI_ANSWERED;
}
