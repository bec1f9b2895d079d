// SPDX-License-Identifier: MPL-2.0
//
// One term of a vocabulary. What is not in it is no value, unless the vocabulary is open. A header that names a term
// (« Reconduction », « Nouvelle action (O/N) ») may be answered by yes and no. One column, one thread.
#pragma once

#include "intake/value/value_reader.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <string>
#include <vector>

namespace bilan::intake {

/// The note of a text that is no term.
[[nodiscard]] Note unknown_term(const VocabularyIndex& index, std::string_view text);
/// « racisme » → origine: the note of texts that were taken for terms, each with the one it was taken for.
[[nodiscard]] Note to_confirm(const VocabularyIndex& index, const std::vector<base::Words>& taken);
/// What was taken for the term, in the words of that note.
[[nodiscard]] base::Words taken_for(const data::Term& term, std::string_view text);
/// Several of them as an argument of a message.
[[nodiscard]] std::string joined(const std::vector<base::Words>& taken, const base::Words& between);

class ChoiceReader final : public ValueReader {
public:
    explicit ChoiceReader(const ColumnContext& context);

    [[nodiscard]] bool is_answer(std::string_view folded) const override;
    void show_text(std::string_view text) override;
    [[nodiscard]] Reading read_text(std::size_t index, std::string_view text) override;
    [[nodiscard]] Reading read_cell(const Cell& cell) override;

private:
    /// Yes and no mean something under this header.
    [[nodiscard]] bool is_asked() const { return yes_ != nullptr || no_ != nullptr; }
    /// What yes or no means under this header; nothing where it means nothing.
    [[nodiscard]] std::optional<Reading> answer_of(std::string_view text) const;

    const data::Vocabulary* vocabulary_;
    VocabularyIndex index_;
    std::string asked_;     ///< by the header
    const data::Term* yes_; ///< what yes means under it; null: nothing
    const data::Term* no_;
    bool is_yes_or_no_ = false; ///< the header or a cell says so: then `N` is no
};

} // namespace bilan::intake
