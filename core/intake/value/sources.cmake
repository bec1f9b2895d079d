# SPDX-License-Identifier: MPL-2.0
# The sources that read values, for core/intake/CMakeLists.txt.
set(INTAKE_VALUE_SOURCES
  column_reader.cpp
  value/addressed_names.cpp value/birth_data.cpp value/boolean_reader.cpp value/calendar_words.cpp value/choice_reader.cpp value/clean_text.cpp
  value/code_reader.cpp value/code_rules.cpp value/contact_data.cpp value/date_moment.cpp value/date_parts.cpp value/date_reader.cpp
  value/date_text.cpp value/date_tokens.cpp value/departments.cpp value/error_words.cpp value/digits.cpp value/first_names.cpp value/header_unit.cpp
  value/identifiers.cpp value/level_reader.cpp value/list_items.cpp value/list_reader.cpp value/name_bearers.cpp value/name_run.cpp value/name_words.cpp value/named_persons.cpp value/notes.cpp value/number_column.cpp
  value/number_pieces.cpp value/number_reader.cpp value/number_text.cpp value/number_words.cpp
  value/participant_reader.cpp value/person_beside.cpp value/person_names.cpp
  value/period_columns.cpp value/plain_spelling.cpp value/qpv_code.cpp value/quarter_words.cpp value/quoted.cpp value/rate_reader.cpp
  value/reader_for.cpp value/spelled_numbers.cpp value/state_words.cpp value/term_spans.cpp value/territory_reader.cpp value/told_year.cpp value/text_reader.cpp value/unnamed.cpp
  value/vocabulary_index.cpp value/year_reader.cpp)
