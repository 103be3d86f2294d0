/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Completion scripts, generated from the tables of commands and options. The scripts ask the program itself
 * for the words of a kind: relata completion --list KIND. */
#include "cli/completion.h"

#include "cli/commands.h"
#include "cli/kinds.h"
#include "cli/options.h"

#include <string.h>

/* Returns the text with its kinds expanded, in quotes. All three shells accept 'it'\''s' for it's. */
static char *
quote_expanded(const char *text)
{
  g_autofree char *words = cli_expand(text);
  return g_shell_quote(words);
}

static void
bash_option(const CliOption *option, gpointer out)
{
  g_string_append_printf(out, " --%s", option->name);
  if (option->letter != 0)
    g_string_append_printf(out, " -%c", option->letter);
}

/* Appends the "command:--option" case that completes an option's argument. */
static void
bash_value_case(const char *command, const char *option, const char *values, GString *out)
{
  if (values == NULL || *values == '\0')
    return;
  g_string_append_printf(out, "    %s:%s) ", command, option);
  if (strcmp(values, "path") == 0)
    g_string_append(out, "_relata_files ;;\n");
  else
    g_string_append_printf(
        out, "_relata_reply < <(relata completion --list %s \"${corpus[@]}\" 2>/dev/null) ;;\n", values);
}

typedef struct {
  const CliCommand *command;
  GString *out;
} Script;

static void
bash_option_value(const CliOption *option, gpointer data)
{
  Script *script = data;
  if (option->argument == NULL)
    return;
  g_autofree char *name = g_strdup_printf("--%s", option->name);
  bash_value_case(script->command->name, name, option->values, script->out);
  if (option->letter != 0) {
    g_autofree char *letter = g_strdup_printf("-%c", option->letter);
    bash_value_case(script->command->name, letter, option->values, script->out);
  }
}

/* Words come from corpora, that is from strangers. So each is read as a line, never split or expanded, and
 * quoted (%q) before it is put on the command line. */
static const char bash_functions[] =
    "# bash completion for relata, made by 'relata completion bash'\n"
    "# Replies with the lines of standard input that continue $value, of a list its last part.\n"
    "_relata_reply() {\n"
    "  local each lead= stem=${value//\\\\/} reply\n"
    "  case $stem in *,*) lead=${stem%,*}, stem=${stem##*,} ;; esac\n"
    "  while IFS= read -r each; do\n"
    "    [[ $each == \"$stem\"* ]] || continue\n"
    "    reply=$option$lead$each\n"
    "    printf -v reply %q \"${reply#\"$broken\"}\"\n"
    "    COMPREPLY+=(\"${reply//\\\\,/,}\")\n"
    "  done\n"
    "}\n"
    "_relata_files() {\n"
    "  compopt -o filenames 2>/dev/null\n"
    "  local each\n"
    "  while IFS= read -r each; do COMPREPLY+=(\"$each\"); done < <(compgen -f -- \"${value//\\\\/}\")\n"
    "}\n"
    "_relata() {\n"
    "  local line=${COMP_LINE:0:COMP_POINT} i=$COMP_CWORD value=${COMP_WORDS[COMP_CWORD]} broken\n"
    "  local option= command before\n"
    "  local corpus=()\n"
    "  # bash breaks words at = and :, which ids hold and options end with: together again.\n"
    "  while ((i > 1)) && [[ (${COMP_WORDS[i]} == [:=]* || ${COMP_WORDS[i - 1]} == *[:=]) &&\n"
    "    $line == *\"${COMP_WORDS[i - 1]}$value\" ]]; do\n"
    "    value=${COMP_WORDS[i - 1]}$value\n"
    "    ((i--))\n"
    "  done\n"
    "  command=${COMP_WORDS[1]} before=${COMP_WORDS[i - 1]}\n"
    "  case ${COMP_WORDS[COMP_CWORD]} in\n"
    "  [:=]) broken=$value ;;\n"
    "  *) broken=${value%\"${COMP_WORDS[COMP_CWORD]}\"} ;;\n"
    "  esac\n"
    "  case $value in --*=*) option=${value%%=*}= before=${value%%=*} value=${value#*=} ;; esac\n"
    "  for ((i = 2; i < COMP_CWORD - 1; i++)); do\n"
    "    case ${COMP_WORDS[i]} in\n"
    "    -c) corpus+=(-c \"${COMP_WORDS[i + 1]}\") ;;\n"
    "    --corpus) [[ ${COMP_WORDS[i + 1]} == = ]] && corpus+=(-c \"${COMP_WORDS[i + 2]}\") ||\n"
    "      corpus+=(-c \"${COMP_WORDS[i + 1]}\") ;;\n"
    "    esac\n"
    "  done\n"
    "  corpus=(\"${corpus[@]//[\\\\\\\"\\']/}\") # as typed, that is with its quotes\n"
    "  COMPREPLY=()\n";

static void
append_bash(GString *out)
{
  g_string_append(out, bash_functions);
  g_string_append(out,
                  "  if ((COMP_CWORD == 1)); then\n    _relata_reply < <(printf '%s\\n' --help --version");
  for (const CliCommand *const *command = cli_commands; *command != NULL; command++)
    g_string_append_printf(out, " %s", (*command)->name);
  g_string_append(out, ")\n    return\n  fi\n  case $command:$before in\n");
  for (const CliCommand *const *command = cli_commands; *command != NULL; command++) {
    Script script = {*command, out};
    cli_options_visit(*command, bash_option_value, &script);
  }
  g_string_append(out, "    *) case $value in\n      -*) case $command in\n");
  for (const CliCommand *const *command = cli_commands; *command != NULL; command++) {
    g_string_append_printf(out, "        %s) _relata_reply < <(printf '%%s\\n'", (*command)->name);
    cli_options_visit(*command, bash_option, out);
    g_string_append(out, ") ;;\n");
  }
  g_string_append(out, "        esac ;;\n      *) case $command:argument in\n");
  for (const CliCommand *const *command = cli_commands; *command != NULL; command++)
    bash_value_case((*command)->name, "argument", (*command)->values, out);
  g_string_append(out, "        esac ;;\n      esac ;;\n  esac\n}\ncomplete -F _relata relata\n");
}

/* Appends the action of zsh's _arguments for a kind of values. */
static void
zsh_action(const char *values, GString *out)
{
  if (strcmp(values, "path") == 0)
    g_string_append(out, "_files");
  else if (*values != '\0')
    g_string_append_printf(out, "{_relata_words %s}", values);
}

/* Escapes text for a zsh specification, where brackets and colons have a meaning. */
static char *
zsh_text(const char *text)
{
  GString *out = g_string_new(NULL);
  for (; *text != '\0'; text++) {
    if (strchr("[]:\\", *text) != NULL)
      g_string_append_c(out, '\\');
    g_string_append_c(out, *text);
  }
  return g_string_free(out, FALSE);
}

static void
zsh_option(const CliOption *option, gpointer data)
{
  Script *script = data;
  g_autofree char *words = cli_expand(option->help);
  g_autofree char *help = zsh_text(words);
  for (int form = 0; form < (option->letter != 0 ? 2 : 1); form++) {
    g_autoptr(GString) spec = g_string_new("*");
    /* "--name=" and "-n+" also take the argument in the same word. */
    if (form == 0)
      g_string_append_printf(spec, "--%s%s", option->name, option->argument != NULL ? "=" : "");
    else
      g_string_append_printf(spec, "-%c%s", option->letter, option->argument != NULL ? "+" : "");
    g_string_append_printf(spec, "[%s]", help);
    if (option->argument != NULL) {
      g_string_append_printf(spec, "%s%s:", option->argument[0] == '[' ? "::" : ":", option->argument);
      zsh_action(option->values, spec);
    }
    g_autofree char *word = g_shell_quote(spec->str);
    g_string_append_printf(script->out, " \\\n        %s", word);
  }
}

static void
append_zsh(GString *out)
{
  g_string_append(out, "#compdef relata\n# zsh completion for relata, made by 'relata completion zsh'\n"
                       "_relata_words() {\n"
                       "  local -a words_of_kind corpus\n"
                       "  local i\n"
                       "  for ((i = 2; i < CURRENT; i++)); do\n"
                       "    case $words[i] in\n"
                       "      -c|--corpus) ((i + 1 < CURRENT)) && corpus+=(-c \"${(Q)words[i+1]}\") ;;\n"
                       "      --corpus=*) corpus+=(\"${(Q)words[i]}\") ;;\n"
                       "    esac\n"
                       "  done\n"
                       "  words_of_kind=(${(f)\"$(relata completion --list $1 $corpus 2>/dev/null)\"})\n"
                       "  compset -P '*,'\n"
                       "  compadd -a words_of_kind\n"
                       "}\n"
                       "_relata() {\n"
                       "  if ((CURRENT == 2)); then\n"
                       "    local -a commands\n"
                       "    commands=(");
  for (const CliCommand *const *command = cli_commands; *command != NULL; command++) {
    g_autofree char *text = g_strdup_printf("%s:%s", (*command)->name, (*command)->summary);
    g_autofree char *word = quote_expanded(text);
    g_string_append_printf(out, "\n      %s", word);
  }
  g_string_append(out, ")\n    _describe command commands\n    return\n  fi\n  local command=$words[2]\n"
                       "  shift words\n  ((CURRENT--))\n  case $command in\n");
  for (const CliCommand *const *command = cli_commands; *command != NULL; command++) {
    g_string_append_printf(out, "    %s)\n      _arguments", (*command)->name);
    Script script = {*command, out};
    cli_options_visit(*command, zsh_option, &script);
    if ((*command)->values != NULL && *(*command)->values != '\0') {
      g_autoptr(GString) spec = g_string_new("*:argument:");
      zsh_action((*command)->values, spec);
      g_autofree char *word = g_shell_quote(spec->str);
      g_string_append_printf(out, " \\\n        %s", word);
    }
    g_string_append(out, " ;;\n");
  }
  g_string_append(out, "  esac\n}\n_relata \"$@\"\n");
}

static void
fish_values(const char *values, GString *out)
{
  if (strcmp(values, "path") == 0)
    g_string_append(out, " -F");
  else if (*values != '\0')
    g_string_append_printf(out, " -f -a '(__relata_words %s)'", values);
}

static void
fish_option(const CliOption *option, gpointer data)
{
  Script *script = data;
  g_string_append_printf(script->out, "complete -c relata -n '__fish_seen_subcommand_from %s' -l %s",
                         script->command->name, option->name);
  if (option->letter != 0)
    g_string_append_printf(script->out, " -s %c", option->letter);
  if (option->argument != NULL) {
    if (option->argument[0] != '[') /* it is required */
      g_string_append(script->out, " -r");
    fish_values(option->values, script->out);
  }
  g_autofree char *help = quote_expanded(option->help);
  g_string_append_printf(script->out, " -d %s\n", help);
}

static void
append_fish(GString *out)
{
  g_string_append(
      out,
      "# fish completion for relata, made by 'relata completion fish'\n"
      "function __relata_corpus\n"
      "  set -l words (commandline -opc)\n"
      "  for i in (seq 2 (count $words))\n"
      "    if contains -- $words[$i] -c --corpus; and test $i -lt (count $words)\n"
      "      printf '%s\\n' -c $words[(math $i + 1)]\n"
      "    else if string match -q -- '--corpus=*' $words[$i]\n"
      "      printf '%s\\n' $words[$i]\n"
      "    end\n"
      "  end\n"
      "end\n"
      "# Of a comma-separated list the last part is completed.\n"
      "function __relata_words\n"
      "  set -l lead (string match -r -- '^.*,' (string replace -r -- '^--[a-z-]+=' '' (commandline -ct)))\n"
      "  for word in (relata completion --list $argv[1] (__relata_corpus) 2>/dev/null)\n"
      "    printf '%s%s\\n' \"$lead\" $word\n"
      "  end\n"
      "end\n"
      "complete -c relata -f\n");
  for (const CliCommand *const *command = cli_commands; *command != NULL; command++) {
    g_autofree char *summary = quote_expanded((*command)->summary);
    g_string_append_printf(out, "complete -c relata -n __fish_use_subcommand -a %s -d %s\n", (*command)->name,
                           summary);
    Script script = {*command, out};
    cli_options_visit(*command, fish_option, &script);
    if ((*command)->values != NULL && *(*command)->values != '\0') {
      g_string_append_printf(out, "complete -c relata -n '__fish_seen_subcommand_from %s'", (*command)->name);
      fish_values((*command)->values, out);
      g_string_append_c(out, '\n');
    }
  }
}

const CliCompletionScript cli_completion_scripts[] = {
    {"bash", append_bash},
    {"zsh", append_zsh},
    {"fish", append_fish},
    {NULL, NULL},
};
