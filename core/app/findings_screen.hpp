// SPDX-License-Identifier: MPL-2.0
//
// Findings as an officer reads them on a screen: the blocking ones first, equal causes on one line, never more than ten
// lines a kind; all of them stand in the workbook.
#pragma once

#include "app/session.hpp"
#include "run/reading.hpp"

namespace bilan::app {

/// « 8 fichiers · 9 tableaux · 54 lignes lues = 46 gardées + 8 écartées + 0 refusée · 21 règles appliquées », then the
/// copies.
void show_accounting(Session& session, const run::Reading& reading);
/// The inputs with the same bytes as another, one a line.
void show_copies(Session& session, const run::Reading& reading);
/// `most` lines for each severity above information; information is only counted, and where to see it said, unless no
/// row was kept.
void show_findings(Session& session, const run::Reading& reading, const base::Words& where_the_rest_is,
                   std::size_t most = 10);

} // namespace bilan::app
