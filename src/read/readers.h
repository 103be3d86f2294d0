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

RELATA_READER(json_schema);  /* schema.json: the types that others are checked against (stage 0) */
RELATA_READER(mapping_json); /* mapping.json: what the columns of the tables beside it mean (stage 0) */
RELATA_READER(json);         /* corpus.json: one JSON object (stage 1) */
RELATA_READER(jsonl);        /* JSON Lines: one record per line; or an array of such records (stage 1) */
RELATA_READER(brat);         /* brat standoff: a .txt with an .ann, or .a1 and .a2, beside it (stage 2) */
RELATA_READER(brat_conf);    /* brat's annotation.conf (stage 2) */
RELATA_READER(brat_text);    /* a .txt without annotations: the text of a declared document (stage 3) */

RELATA_READER(csv_actors);     /* a table that only declares actors (stage 1); read as the next */
RELATA_READER(csv);            /* a table of relations, under a mapping (stage 2) */
RELATA_READER(sparql_results); /* such a table as JSON (stage 2) */

/* Annotated texts (stage 2). */
RELATA_READER(label_studio);
RELATA_READER(doccano);
RELATA_READER(prodigy);
RELATA_READER(web_annotation);
RELATA_READER(uima_json); /* of INCEpTION and others, and the next two */
RELATA_READER(uima_xmi);
RELATA_READER(webanno_tsv);
RELATA_READER(docred);
RELATA_READER(spert);
RELATA_READER(scierc); /* and DyGIE++ */

/* Statements about actors with ids (stage 1). */
RELATA_READER(stix);
RELATA_READER(misp_galaxy);
RELATA_READER(misp_event);
RELATA_READER(ftm);            /* FollowTheMoney's entities, and … */
RELATA_READER(ftm_statements); /* … statements */
RELATA_READER(wikidata);
RELATA_READER(tei);

/* Graphs (stage 1). */
RELATA_READER(gexf);      /* of Gephi */
RELATA_READER(graphml);   /* of yEd, igraph and others */
RELATA_READER(node_link); /* of NetworkX */
RELATA_READER(cytoscape); /* of Cytoscape and Cytoscape.js */
RELATA_READER(gml);
RELATA_READER(pajek);
RELATA_READER(sif); /* plain lines of names (stage 2) */

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
