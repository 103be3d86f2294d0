/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Parses annotation.conf line by line. */
#include "read/brat/annotation_conf.h"

#include "read/brat/brat_parse.h"
#include "text/message.h"
#include "text/name.h"

#include <string.h>

/* A short file with macros can name long lists many times; this limits the total number of listed types. */
#define MAX_LISTED 200000

/* The names of sections; "spans" is brat's older one for entities. */
static const struct {
  const char *name;
  RelataConfSection section;
} sections[] = {{"entities", RELATA_CONF_ENTITIES},
                {"spans", RELATA_CONF_ENTITIES},
                {"relations", RELATA_CONF_RELATIONS},
                {"events", RELATA_CONF_EVENTS},
                {"attributes", RELATA_CONF_ATTRIBUTES}};

static void
argument_free(gpointer data)
{
  RelataConfArgument *argument = data;
  g_free(argument->role);
  g_hash_table_unref(argument->types);
  g_free(argument);
}

static void
type_free(gpointer data)
{
  RelataConfType *type = data;
  g_free(type->name);
  g_free(type->id);
  g_ptr_array_unref(type->arguments);
  g_free(type);
}

void
relata_annotation_conf_free(RelataAnnotationConf *conf)
{
  if (conf == NULL)
    return;
  for (guint i = 0; i < RELATA_N_CONF_SECTIONS; i++) {
    g_ptr_array_unref(conf->types[i]);
    g_hash_table_unref(conf->by_id[i]);
  }
  g_free(conf);
}

typedef struct {
  RelataAnnotationConf *conf;
  RelataDiagnostics *diagnostics;
  const char *begin; /* the beginning of the line, which is NUL-terminated */
  RelataPlace place;
  const char *counted; /* the place in the line whose column is place.column: columns cost O(line) in total */
  int section;         /* or −1 */
  GArray *ancestors;   /* of Ancestor: the types above the next line of the section */
  GHashTable *macros;  /* name → RelataConfArgument */
  guint n_listed;
} Reader;

typedef struct {
  gsize indent;
  guint type;
} Ancestor;

static void
count_to(Reader *reader, const char *at)
{
  if (at < reader->counted) {
    reader->counted = reader->begin;
    reader->place.column = 1;
  }
  reader->place.column += (guint)g_utf8_strlen(reader->counted, (gssize)(at - reader->counted));
  reader->counted = at;
}

static void complain(Reader *reader, RelataSeverity severity, const char *at, const char *code,
                     const char *hint, const char *format, ...) G_GNUC_PRINTF(6, 7);

static void
complain(Reader *reader, RelataSeverity severity, const char *at, const char *code, const char *hint,
         const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *message = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  count_to(reader, at);
  relata_diagnose(reader->diagnostics, severity, code, &reader->place, hint, "%s", message);
}

static RelataConfArgument *
argument_new(const char *role)
{
  RelataConfArgument *argument = g_new0(RelataConfArgument, 1);
  argument->role = g_strdup(role);
  argument->types = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  return argument;
}

static void
list(Reader *reader, RelataConfArgument *argument, const char *id)
{
  if (reader->n_listed < MAX_LISTED && g_hash_table_add(argument->types, g_strdup(id)))
    reader->n_listed++;
}

/* Adds one term of "A|B|<ENTITY>". */
static void
add_term(Reader *reader, RelataConfArgument *argument, const char *term, const char *at)
{
  static const struct {
    const char *name;
    guint any_of;
  } built_in[] = {
      {"<ENTITY>", RELATA_CONF_ANY_OF(RELATA_CONF_ENTITIES)},
      {"<RELATION>", RELATA_CONF_ANY_OF(RELATA_CONF_RELATIONS)},
      {"<EVENT>", RELATA_CONF_ANY_OF(RELATA_CONF_EVENTS)},
      {"<ANY>", RELATA_CONF_ANY_OF(RELATA_CONF_ENTITIES) | RELATA_CONF_ANY_OF(RELATA_CONF_RELATIONS) |
                    RELATA_CONF_ANY_OF(RELATA_CONF_EVENTS)},
  };
  if (*term != '<') {
    g_autofree char *id = relata_name_type_id(term);
    if (*id != '\0')
      list(reader, argument, id);
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS(built_in); i++)
    if (strcmp(term, built_in[i].name) == 0) {
      argument->any_of |= built_in[i].any_of;
      return;
    }
  const RelataConfArgument *macro = g_hash_table_lookup(reader->macros, term);
  if (macro == NULL) {
    complain(reader, RELATA_WARNING, at, "unknown-macro",
             "<ENTITY>, <RELATION>, <EVENT>, <ANY>, or one defined above", "no macro '%s' is defined", term);
    argument->any_of |= built_in[G_N_ELEMENTS(built_in) - 1].any_of; /* no check is better than a wrong one */
    return;
  }
  argument->any_of |= macro->any_of;
  GHashTableIter iter;
  gpointer id;
  g_hash_table_iter_init(&iter, macro->types);
  while (reader->n_listed < MAX_LISTED && g_hash_table_iter_next(&iter, &id, NULL))
    list(reader, argument, id);
}

/* Adds the terms of "A|B|<ENTITY>", which begins at `at` in the line. */
static void
add_terms(Reader *reader, RelataConfArgument *argument, const char *terms, const char *at)
{
  g_auto(GStrv) split = g_strsplit(terms, "|", -1);
  const gboolean had_room = reader->n_listed < MAX_LISTED;
  for (char **term = split; *term != NULL; term++)
    add_term(reader, argument, g_strstrip(*term), at);
  if (had_room && reader->n_listed >= MAX_LISTED)
    complain(reader, RELATA_ERROR_IN_DATA, at, "conf-too-large", NULL,
             "the lists of types are too long in all: from '%s' on they are cut off", argument->role);
}

/* Removes from the end of a role how often it may be filled: Role once, Role? Role* Role+ Role{2} Role{1-3}.
 * FALSE where the braces do not hold a number or a range. */
static gboolean
take_cardinality(char *role, guint *least, guint *most)
{
  static const struct {
    char suffix;
    guint least, most;
  } marks[] = {{'?', 0, 1}, {'*', 0, G_MAXUINT}, {'+', 1, G_MAXUINT}};
  *least = *most = 1;
  const gsize n = strlen(role);
  char *brace = strrchr(role, '{');
  if (brace != NULL && brace > role && role[n - 1] == '}') {
    char *end, *next;
    const guint64 first = g_ascii_strtoull(brace + 1, &end, 10);
    guint64 last = first;
    gboolean good = g_ascii_isdigit(brace[1]);
    if (good && *end == '-') {
      good = g_ascii_isdigit(end[1]);
      last = g_ascii_strtoull(end + 1, &next, 10);
      end = next;
    }
    good = good && end == role + n - 1 && first <= last && last < G_MAXUINT;
    *brace = '\0';
    *least = good ? (guint)first : 0; /* no check is better than a wrong one */
    *most = good ? (guint)last : G_MAXUINT;
    return good;
  }
  for (guint i = 0; n > 1 && i < G_N_ELEMENTS(marks); i++)
    if (role[n - 1] == marks[i].suffix) {
      role[n - 1] = '\0';
      *least = marks[i].least;
      *most = marks[i].most;
      return TRUE;
    }
  return TRUE;
}

/* Reads one of "Arg1:A|B", "Theme*:<EVENT>", "<REL-TYPE>:symmetric", "Value:High|Low". */
static void
read_argument(Reader *reader, RelataConfType *type, char *written, const char *at)
{
  while (g_ascii_isspace(*written)) {
    written++;
    at++;
  }
  g_strchomp(written);
  if (*written == '\0')
    return;
  char *colon = strchr(written + 1, ':');
  if (colon == NULL) {
    complain(reader, RELATA_WARNING, at, "bad-conf-argument",
             "write a role, a colon and types: Theme:Person|<EVENT>", "'%s' is no argument", written);
    return;
  }
  *colon = '\0';
  if (*written == '<') { /* <REL-TYPE>, and brat's drawing hints <GLYPH> and <DEFAULT> */
    if (strcmp(written, "<REL-TYPE>") == 0 && strstr(colon + 1, "symmetric") != NULL)
      type->symmetric = TRUE;
    return;
  }
  g_strchomp(written);
  g_autofree char *whole = g_strdup(written);
  guint least, most;
  if (!take_cardinality(written, &least, &most))
    complain(reader, RELATA_WARNING, at, "bad-conf-argument",
             "how often a role may be filled is ? * + {2} or {1-3}", "'%s' does not say how often", whole);
  RelataConfArgument *argument = argument_new(written);
  argument->least = least;
  argument->most = most;
  add_terms(reader, argument, colon + 1, at + (colon + 1 - written));
  g_ptr_array_add(type->arguments, argument);
}

static void
read_macro(Reader *reader, char *line)
{
  char *equals = strchr(line, '=');
  *equals = '\0';
  RelataConfArgument *macro = argument_new(g_strchomp(line));
  add_terms(reader, macro, equals + 1, reader->begin);
  g_hash_table_replace(reader->macros, g_strdup(line), macro);
}

/* Reads "Type|ID:x<tab>arguments", indented by one tab for each of its ancestors. */
static void
read_type(Reader *reader, char *line)
{
  char *name = line;
  while (*name == '\t' || *name == ' ')
    name++;
  const gsize indent = (gsize)(name - line);
  const gboolean generic = *name == '!';
  name += generic;
  char *rest = name + strcspn(name, "\t ");
  const char *rest_at = reader->begin + (rest - line);
  if (*rest != '\0') {
    *rest++ = '\0';
    rest_at++;
  }
  name[strcspn(name, "|")] = '\0';
  if (*name == '\0' || *name == '<' || strcmp(name, "ENTITY-NESTING") == 0)
    return; /* rules for brat's own editor: which marks may overlap */
  RelataConfType *type = g_new0(RelataConfType, 1);
  type->name = g_strdup(name);
  type->id = relata_name_type_id(name);
  type->generic = generic;
  type->next = RELATA_NONE;
  type->arguments = g_ptr_array_new_with_free_func(argument_free);
  count_to(reader, reader->begin + (name - line));
  type->where = reader->place;
  GArray *ancestors = reader->ancestors;
  while (ancestors->len > 0 && g_array_index(ancestors, Ancestor, ancestors->len - 1).indent >= indent)
    g_array_set_size(ancestors, ancestors->len - 1);
  type->parent =
      ancestors->len > 0 ? g_array_index(ancestors, Ancestor, ancestors->len - 1).type : RELATA_NONE;
  GPtrArray *types = reader->conf->types[reader->section];
  const Ancestor self = {indent, types->len};
  g_array_append_val(ancestors, self);
  g_auto(GStrv) arguments = g_strsplit(rest, ",", -1);
  for (char **argument = arguments; *argument != NULL; argument++) {
    const gsize n = strlen(*argument);
    read_argument(reader, type, *argument, rest_at);
    rest_at += n + 1;
  }
  g_ptr_array_add(types, type);
  GHashTable *by_id = reader->conf->by_id[reader->section];
  const guint known = GPOINTER_TO_UINT(g_hash_table_lookup(by_id, type->id));
  if (known == 0) {
    g_hash_table_insert(by_id, type->id, GUINT_TO_POINTER(types->len));
  } else { /* the newest goes second, so that the chain needs no walk */
    RelataConfType *first = g_ptr_array_index(types, known - 1);
    type->next = first->next;
    first->next = types->len - 1;
    if (reader->section != RELATA_CONF_RELATIONS)
      complain(reader, RELATA_WARNING, reader->begin + indent + generic, "duplicate-type", NULL,
               "the type '%s' is listed twice", type->name);
  }
}

static void
read_section(Reader *reader, char *line)
{
  char *end = strchr(line, ']');
  if (end != NULL)
    *end = '\0';
  const char *name = g_strstrip(line + 1);
  reader->section = -1;
  for (guint i = 0; i < G_N_ELEMENTS(sections); i++)
    if (strcmp(name, sections[i].name) == 0)
      reader->section = (int)sections[i].section;
  g_array_set_size(reader->ancestors, 0);
  if (reader->section < 0)
    complain(reader, RELATA_NOTE, reader->begin, "unknown-section",
             "known are [entities], [relations], [events] and [attributes]", "the section [%s] is left out",
             name);
}

static void
read_line(Reader *reader, char *line, gboolean *lost)
{
  const char *first = line + strspn(line, " \t");
  if (*first == '\0' || *first == '#' || first[strspn(first, "-")] == '\0')
    return;
  if (*line == '[') {
    read_section(reader, line);
    *lost = reader->section < 0;
  } else if (*line == '<' && strchr(line, '=') != NULL) {
    read_macro(reader, line);
  } else if (reader->section >= 0) {
    read_type(reader, line);
  } else if (!*lost) {
    complain(reader, RELATA_WARNING, reader->begin, "outside-section",
             "begin with a section such as [entities]", "the line stands in no section");
    *lost = TRUE; /* report it only once */
  }
}

RelataAnnotationConf *
relata_annotation_conf_parse(const char *bytes, gsize n, const char *shown, RelataDiagnostics *diagnostics)
{
  RelataAnnotationConf *conf = g_new0(RelataAnnotationConf, 1);
  for (guint i = 0; i < RELATA_N_CONF_SECTIONS; i++) {
    conf->types[i] = g_ptr_array_new_with_free_func(type_free);
    conf->by_id[i] = g_hash_table_new(g_str_hash, g_str_equal);
  }
  Reader reader = {.conf = conf,
                   .diagnostics = diagnostics,
                   .place = {shown, 0, 1},
                   .begin = bytes,
                   .counted = bytes,
                   .section = -1};
  reader.ancestors = g_array_new(FALSE, FALSE, sizeof(Ancestor));
  reader.macros = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, argument_free);
  gboolean lost = FALSE;
  const char *at = bytes, *const end = bytes + n;
  if (n > RELATA_MAX_CONF_BYTES) {
    relata_diagnose(diagnostics, RELATA_LOSS, "too-large", &reader.place, NULL,
                    "an annotation.conf of more than %u KiB is not read",
                    (guint)(RELATA_MAX_CONF_BYTES >> 10));
    at = end;
  }
  if (end - at >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
    at += 3;
  while (at < end) {
    const char *newline = memchr(at, '\n', (gsize)(end - at));
    const char *stop = newline != NULL ? newline : end;
    gsize length = (gsize)(stop - at);
    if (length > 0 && at[length - 1] == '\r')
      length--;
    reader.place.line++;
    reader.place.column = 1;
    reader.begin = reader.counted = at;
    if (relata_brat_check_utf8(at, length, shown, reader.place.line, diagnostics)) {
      g_autofree char *line = g_strndup(at, length);
      read_line(&reader, line, &lost);
    }
    at = newline != NULL ? newline + 1 : end;
  }
  g_array_unref(reader.ancestors);
  g_hash_table_unref(reader.macros);
  return conf;
}

const RelataConfType *
relata_annotation_conf_find(const RelataAnnotationConf *conf, RelataConfSection section, const char *name)
{
  g_autofree char *id = relata_name_type_id(name);
  const guint found = GPOINTER_TO_UINT(g_hash_table_lookup(conf->by_id[section], id));
  return found > 0 ? g_ptr_array_index(conf->types[section], found - 1) : NULL;
}

char *
relata_annotation_conf_hint(const RelataAnnotationConf *conf, RelataConfSection section, const char *name)
{
  const GPtrArray *types = conf->types[section];
  g_autofree const char **names = g_new(const char *, types->len + 1);
  for (guint i = 0; i < types->len; i++)
    names[i] = ((const RelataConfType *)g_ptr_array_index(types, i))->name;
  return relata_hint(name, names, types->len, '\'');
}

gboolean
relata_conf_argument_takes(const RelataAnnotationConf *conf, const RelataConfArgument *argument,
                           RelataConfSection section, const char *name)
{
  if ((argument->any_of & RELATA_CONF_ANY_OF(section)) != 0)
    return TRUE;
  g_autofree char *id = relata_name_type_id(name);
  if (g_hash_table_contains(argument->types, id))
    return TRUE;
  const RelataConfType *type = relata_annotation_conf_find(conf, section, name);
  while (type != NULL && type->parent != RELATA_NONE) {
    type = g_ptr_array_index(conf->types[section], type->parent);
    if (g_hash_table_contains(argument->types, type->id))
      return TRUE;
  }
  return FALSE;
}
