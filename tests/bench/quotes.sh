#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# How long it takes to look quotations up in a text.
set -eu
exec "$RELATA_BUILD/tests/bench/bench-quotes"
