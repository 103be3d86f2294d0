/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "corpus/quote_fold_internal.h"
#include "text/normalize.h"

#include <string.h>

/* No character folds to more: four code points at most. */
#define MOST_BYTES 22
#define N_SLOTS    4096 /* a power of two */
/* No language puts more combining marks on one character (Unicode's Stream-Safe Text Format, UAX 15). */
#define MOST_MARKS 30
/* Between two full stops of ". . .", where a line may end. */
#define MOST_BLANKS 12

typedef struct {
  gunichar c; /* 0 where empty, which no text contains */
  guint8 kind;
  guint8 n;
  char bytes[MOST_BYTES];
} Slot;

struct RelataFoldCache {
  Slot slots[N_SLOTS];
};

RelataFoldCache *
relata_fold_cache_new(void)
{
  return g_new0(RelataFoldCache, 1);
}

void
relata_fold_cache_free(RelataFoldCache *cache)
{
  g_free(cache);
}

/* ── Kinds of characters ─────────────────────────────────────────────────────────────────── */

typedef struct {
  gunichar first, last;
} Range;

static gboolean
is_among(gunichar c, const Range *ranges, guint n)
{
  for (guint i = 0; i < n; i++)
    if (c >= ranges[i].first && c <= ranges[i].last)
      return TRUE;
  return FALSE;
}

/* Invisible ones, which copying adds and loses. Other format characters are visible (Arabic number signs). */
static const Range ignored[] = {{0x00AD, 0x00AD}, {0x061C, 0x061C}, {0x180E, 0x180E},
                                {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064},
                                {0x2066, 0x206F}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}};
gboolean
relata_fold_is_invisible(gunichar c)
{
  return is_among(c, ignored, G_N_ELEMENTS(ignored));
}

/* Quotation marks, apostrophes, primes, and the accents that stand for them on typewriters. */
static const Range quotations[] = {{'"', '"'},       {'\'', '\''},     {'`', '`'},       {0x00AB, 0x00AB},
                                   {0x00B4, 0x00B4}, {0x00BB, 0x00BB}, {0x02B9, 0x02BC}, {0x2018, 0x201F},
                                   {0x2032, 0x2036}, {0x2039, 0x203A}, {0x275B, 0x275E}, {0x300C, 0x300F},
                                   {0x301D, 0x301F}, {0xFF02, 0xFF02}, {0xFF07, 0xFF07}};

gboolean
relata_fold_divides_no_words(gunichar c)
{
  switch (g_unichar_get_script(c)) {
  case G_UNICODE_SCRIPT_HAN:
  case G_UNICODE_SCRIPT_HIRAGANA:
  case G_UNICODE_SCRIPT_KATAKANA:
  case G_UNICODE_SCRIPT_BOPOMOFO:
  case G_UNICODE_SCRIPT_YI:
  case G_UNICODE_SCRIPT_THAI:
  case G_UNICODE_SCRIPT_LAO:
  case G_UNICODE_SCRIPT_KHMER:
  case G_UNICODE_SCRIPT_MYANMAR:
  case G_UNICODE_SCRIPT_TIBETAN:
  case G_UNICODE_SCRIPT_JAVANESE:
  case G_UNICODE_SCRIPT_BALINESE:
    return TRUE;
  default:
    return FALSE;
  }
}

static RelataFoldKind
kind_by_type(gunichar c)
{
  switch (g_unichar_type(c)) {
  case G_UNICODE_DASH_PUNCTUATION:
    return RELATA_FOLD_DASH;
  case G_UNICODE_CONTROL:
  case G_UNICODE_FORMAT:
  case G_UNICODE_CONNECT_PUNCTUATION:
  case G_UNICODE_OPEN_PUNCTUATION:
  case G_UNICODE_CLOSE_PUNCTUATION:
  case G_UNICODE_INITIAL_PUNCTUATION:
  case G_UNICODE_FINAL_PUNCTUATION:
  case G_UNICODE_OTHER_PUNCTUATION:
    return RELATA_FOLD_PUNCTUATION;
  default:
    return RELATA_FOLD_SYMBOL;
  }
}

static RelataFoldKind
kind_of(gunichar c)
{
  if (g_unichar_isspace(c) || c == '\v' || c == 0x0085)
    return RELATA_FOLD_BLANK;
  if (relata_fold_is_invisible(c))
    return RELATA_FOLD_IGNORED;
  if (is_among(c, quotations, G_N_ELEMENTS(quotations)))
    return RELATA_FOLD_QUOTATION;
  if (c == 0x2026)
    return RELATA_FOLD_ELLIPSIS;
  if (c == 0x2212 || c == 0x2043)
    return RELATA_FOLD_DASH;
  if (g_unichar_ismark(c))
    return RELATA_FOLD_COMBINING;
  if (g_unichar_isalnum(c) || c == '_')
    return relata_fold_divides_no_words(c) ? RELATA_FOLD_ALONE : RELATA_FOLD_WORD;
  return kind_by_type(c);
}

static gboolean
is_mark(RelataFoldKind kind)
{
  return kind >= RELATA_FOLD_QUOTATION && kind <= RELATA_FOLD_ELLIPSIS;
}

/* ── Units ───────────────────────────────────────────────────────────────────────────────── */

/* Case folding composes some characters again, so it stands between two decompositions. */
static char *
fold_cluster(const char *from, gsize n)
{
  g_autofree char *decomposed = relata_normalize(from, (gssize)n, G_NORMALIZE_NFD);
  g_autofree char *folded =
      g_utf8_casefold(decomposed != NULL ? decomposed : from, decomposed != NULL ? -1 : (gssize)n);
  char *again = relata_normalize(folded, -1, G_NORMALIZE_NFD);
  return again != NULL ? again : g_steal_pointer(&folded);
}

static void
fill(Slot *slot, gunichar c)
{
  static const char *const marks[] = {"\"", "-", "\xE2\x80\xA6"};
  char written[6];
  slot->c = c;
  slot->kind = (guint8)kind_of(c);
  g_autofree char *bytes = is_mark(slot->kind) ? g_strdup(marks[slot->kind - RELATA_FOLD_QUOTATION])
                                               : fold_cluster(written, (gsize)g_unichar_to_utf8(c, written));
  slot->n = (guint8)MIN(strlen(bytes), MOST_BYTES);
  memcpy(slot->bytes, bytes, slot->n);
}

static const Slot *
slot_at(RelataFoldCache *cache, const char *at)
{
  const gunichar c = (guchar)*at < 0x80 ? (gunichar)*at : g_utf8_get_char(at);
  Slot *slot = &cache->slots[c % N_SLOTS];
  if (slot->c != c)
    fill(slot, c);
  return slot;
}

/* Returns the first character that is neither a blank nor ignored. Sets *gap where there was a blank. */
static const char *
skip(RelataFoldCache *cache, const char *at, gboolean *gap)
{
  for (; *at != '\0'; at = g_utf8_next_char(at)) {
    const guint8 kind = slot_at(cache, at)->kind;
    if (kind != RELATA_FOLD_BLANK && kind != RELATA_FOLD_IGNORED)
      break;
    *gap |= kind == RELATA_FOLD_BLANK;
  }
  return at;
}

/* Returns what follows invisible characters, of which there are few. */
static const char *
after_invisible(const char *at)
{
  for (guint n = 0; n < MOST_BLANKS && relata_fold_is_invisible(g_utf8_get_char(at)); n++)
    at = g_utf8_next_char(at);
  return at;
}

/* Returns what follows a few blanks, or NULL where there are none, or many. */
static const char *
after_blanks(const char *at)
{
  guint n = 0;
  for (at = after_invisible(at); n <= MOST_BLANKS && g_unichar_isspace(g_utf8_get_char(at)); n++)
    at = after_invisible(g_utf8_next_char(at));
  return n > 0 && n <= MOST_BLANKS ? at : NULL;
}

/* Returns the end of the ellipsis that begins here, or NULL: "…", three full stops or more, ". . .". */
static const char *
ellipsis_end(const char *at)
{
  const char *run = at, *end = at, *next = *at == '.' ? after_invisible(at + 1) : at;
  if (*at == '.' && *next != '.' && !g_str_has_prefix(next, "\xE2\x80\xA6")) {
    for (guint i = 0; i < 2; i++) {
      next = after_blanks(run + 1);
      if (next == NULL || *next != '.')
        return NULL;
      run = next;
    }
    return run + 1;
  }
  guint n = 0;
  for (;; run = after_invisible(end)) {
    if (g_str_has_prefix(run, "\xE2\x80\xA6"))
      n += 3;
    else if (*run == '.')
      n++;
    else
      break;
    end = g_utf8_next_char(run);
  }
  return n >= 3 ? end : NULL;
}

static RelataFoldKind
kind_at(RelataFoldCache *cache, const char *at)
{
  return *at == '.' && ellipsis_end(at) != NULL ? RELATA_FOLD_ELLIPSIS
                                                : (RelataFoldKind)slot_at(cache, at)->kind;
}

/* Takes a run of the same mark, with what blanks there are between. */
static void
take_marks(RelataFolder *folder, GString *out)
{
  static const char *const marks[] = {"\"", "-", "\xE2\x80\xA6"};
  const char *ahead = folder->at;
  do {
    folder->to = folder->kind == RELATA_FOLD_ELLIPSIS ? ellipsis_end(ahead) : g_utf8_next_char(ahead);
    gboolean gap = FALSE;
    ahead = skip(folder->cache, folder->to, &gap);
  } while (*ahead != '\0' && kind_at(folder->cache, ahead) == folder->kind);
  g_string_append(out, marks[folder->kind - RELATA_FOLD_QUOTATION]);
}

/* Takes a character with its combining marks. */
static void
take_cluster(RelataFolder *folder, GString *out)
{
  const Slot *slot = slot_at(folder->cache, folder->at);
  const char *next = g_utf8_next_char(folder->at), *end = next;
  g_string_append_len(out, slot->bytes, slot->n); /* before the next character may take the slot */
  for (guint n = 0; n < MOST_MARKS && (guchar)*end >= 0x80; n++) {
    if (slot_at(folder->cache, end)->kind != RELATA_FOLD_COMBINING)
      break;
    end = g_utf8_next_char(end);
  }
  folder->to = end;
  if (end == next)
    return;
  g_autofree char *bytes = fold_cluster(folder->at, (gsize)(end - folder->at));
  g_string_truncate(out, folder->start);
  g_string_append(out, bytes);
}

/* Goes over a dash between two words, if one is next after the unit that ends at folder->to. Sets
 * folder->joint. */
static void
skip_joint(RelataFolder *folder)
{
  const char *next;
  gboolean gap = FALSE;
  const gboolean soft = g_utf8_get_char(folder->to) == 0x00AD;
  if ((!soft || folder->soft) && relata_fold_breaks_word(g_utf8_get_char(folder->from), folder->to, &next)) {
    folder->joint = RELATA_JOINT_BREAK;
    folder->at = next;
    return;
  }
  const char *at = skip(folder->cache, folder->to, &gap);
  if (*at == '\0' || kind_at(folder->cache, at) != RELATA_FOLD_DASH)
    return;
  while (*at != '\0' && kind_at(folder->cache, at) == RELATA_FOLD_DASH)
    at = skip(folder->cache, g_utf8_next_char(at), &gap);
  if (*at == '\0' || kind_at(folder->cache, at) != RELATA_FOLD_WORD)
    return;
  folder->joint = RELATA_JOINT_DASH;
  folder->at = at;
}

gboolean
relata_folder_next(RelataFolder *folder, GString *out)
{
  const RelataFoldKind before = folder->kind;
  gboolean gap = FALSE;
  folder->joint = RELATA_JOINT_NONE;
  if (folder->joins && before == RELATA_FOLD_WORD)
    skip_joint(folder);
  folder->at = skip(folder->cache, folder->at, &gap);
  if (*folder->at == '\0')
    return FALSE;
  folder->kind = kind_at(folder->cache, folder->at);
  if (gap && before != RELATA_FOLD_NOTHING && !is_mark(before) && !is_mark(folder->kind))
    g_string_append_c(out, ' ');
  folder->continues = !gap && before == RELATA_FOLD_WORD && folder->kind == RELATA_FOLD_WORD &&
                      folder->joint == RELATA_JOINT_NONE;
  folder->from = folder->at;
  folder->start = out->len;
  if (is_mark(folder->kind))
    take_marks(folder, out);
  else
    take_cluster(folder, out);
  folder->at = folder->to;
  return TRUE;
}
