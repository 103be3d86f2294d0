/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The functions behind the rows of the format table. RELATA_READER(NAME) declares the two functions of a
 * format that is read from one file: relata_NAME_recognises() and relata_NAME_read(). RelataInputFormat in
 * read/read.h says what they do. */
#ifndef RELATA_READ_READERS_H
#define RELATA_READ_READERS_H

#include "read/input.h"

G_BEGIN_DECLS

#define RELATA_READER(name)                                                                                  \
  gboolean relata_##name##_recognises(const RelataInput *input);                                             \
  gboolean relata_##name##_read(RelataCorpus *corpus, const RelataInput *input,                              \
                                RelataDiagnostics *diagnostics, GError **error)

RELATA_READER(json_schema); /* schema.json: the types that others are checked against (stage 0) */
RELATA_READER(json);        /* corpus.json: one JSON object (stage 1) */
RELATA_READER(jsonl);       /* JSON Lines: one record per line; or an array of such records (stage 1) */
RELATA_READER(stix);        /* STIX 2.0 and 2.1 (stage 1) */
RELATA_READER(misp_galaxy); /* clusters of a MISP galaxy (stage 1) */
RELATA_READER(misp_event);  /* events of MISP (stage 1) */
RELATA_READER(brat);        /* brat standoff: a .txt with an .ann, or .a1 and .a2, beside it (stage 2) */
RELATA_READER(brat_conf);   /* brat's annotation.conf (stage 2) */
RELATA_READER(brat_text);   /* a .txt without annotations: the text of a declared document (stage 3) */

RELATA_READER(label_studio);   /* Label Studio's JSON (stage 2) */
RELATA_READER(prodigy);        /* Prodigy's JSON Lines (stage 2) */
RELATA_READER(doccano);        /* doccano's JSON Lines, or such records one after another (stage 2) */
RELATA_READER(web_annotation); /* Web Annotations (stage 2) */

RELATA_READER(gexf);      /* Gephi's graphs (stage 1), and those of … */
RELATA_READER(graphml);   /* … yEd, igraph and others */
RELATA_READER(node_link); /* … NetworkX */
RELATA_READER(cytoscape); /* … Cytoscape and Cytoscape.js */
RELATA_READER(gml);       /* … older programs */
RELATA_READER(pajek);     /* … Pajek */
RELATA_READER(sif);       /* … Cytoscape, as plain lines (stage 2) */

RELATA_READER(csv_actors); /* a table that only declares actors (stage 1); read as the next */
RELATA_READER(csv);        /* a table of relations, under a mapping (stage 2) */

RELATA_READER(tei);         /* TEI: lists, relations, names in the text (stage 1) */
RELATA_READER(uima_xmi);    /* UIMA XMI, of INCEpTION and others (stage 2) */
RELATA_READER(webanno_tsv); /* WebAnno TSV 3, of INCEpTION (stage 2) */
RELATA_READER(uima_json);   /* CAS JSON, of INCEpTION and others (stage 2) */
RELATA_READER(ftm);            /* FollowTheMoney's entities (stage 1) */
RELATA_READER(ftm_statements); /* FollowTheMoney's statements (stage 1) */

RELATA_READER(wikidata); /* Wikidata's entities (stage 1) */

RELATA_READER(docred); /* DocRED (stage 2) */
RELATA_READER(spert);  /* SpERT (stage 2) */
RELATA_READER(scierc); /* SciERC, DyGIE++ (stage 2) */
RELATA_READER(mapping_json); /* mapping.json: what the columns of the tables beside it mean (stage 0) */

RELATA_READER(documents_csv); /* documents.csv: what documents do not say of themselves (stage 3) */
RELATA_READER(identity_json); /* identity.json: what a user decided about who is who (stage 3) */

/* The names of these files. */
#define RELATA_DOCUMENTS_CSV "documents.csv"
#define RELATA_IDENTITY_JSON "identity.json"
#define RELATA_MAPPING_JSON  "mapping.json"

/* The main_of of RelataInputFormat for the files of a brat document. */
char *relata_brat_main_of(const char *path);

G_END_DECLS

#endif
