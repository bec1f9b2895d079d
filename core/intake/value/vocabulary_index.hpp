// SPDX-License-Identifier: MPL-2.0
//
// Finding a term of a vocabulary by what people write for it: id, labels, spellings, with or without a number before
// it, in any case, accents or inclusive form. Immutable once built; the vocabulary must outlive it.
#pragma once

#include "data/schema.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bilan::intake {

class VocabularyIndex {
public:
    /// A null vocabulary has no terms and is open. Cheap but for the first of a vocabulary, whose terms must not change
    /// any more.
    explicit VocabularyIndex(const data::Vocabulary* vocabulary);

    [[nodiscard]] bool is_open() const { return vocabulary_ == nullptr || vocabulary_->open; }
    /// The term written, not guessed; null for none. A spelling that ends with « … » stands for all that goes on with
    /// a name: « Ville … » for « Ville de Valmont », not for « Ville et Région »; one that begins with it, for names
    /// that end so: « … métropole ».
    [[nodiscard]] const data::Term* find(std::string_view text) const;
    /// The same for a text that went through base::fold, and exactly as spelled.
    [[nodiscard]] const data::Term* find_folded(std::string_view folded) const;
    /// A term whose id stands before a comment: « G1 (à confirmer) ».
    [[nodiscard]] const data::Term* find_before_comment(std::string_view text) const;
    /// The spelling that was perhaps meant.
    [[nodiscard]] std::optional<std::string> nearest(std::string_view text) const;
    /// The term is taken for this text, and somebody should say whether that was meant.
    [[nodiscard]] bool asks_about(const data::Term& term, std::string_view text) const;
    /// The control that then speaks; empty for none.
    [[nodiscard]] std::string_view control() const
    {
        return vocabulary_ == nullptr ? std::string_view() : std::string_view(vocabulary_->control);
    }
    /// The first labels, for a message.
    [[nodiscard]] std::string choices() const;

private:
    using Key = std::pair<std::string, std::size_t>;
    struct Keys {
        std::vector<Key> spellings;  ///< folded, sorted
        std::vector<Key> letters;    ///< letters and digits only, sorted
        std::vector<Key> beginnings; ///< folded, with a space at the end
        std::vector<Key> endings;    ///< folded, with a space before

        void add(std::string_view spelling, std::size_t term);
    };
    [[nodiscard]] static Keys keys_of(const data::Vocabulary& vocabulary);
    /// « Dév. éco. » of one term only.
    [[nodiscard]] const data::Term* find_abbreviated(std::string_view folded) const;
    [[nodiscard]] const data::Term* find_beginning(std::string_view folded) const;
    [[nodiscard]] const data::Term* look_up(const std::vector<Key>& keys, std::string_view key) const;

    const data::Vocabulary* vocabulary_;
    std::shared_ptr<const Keys> keys_; ///< of all indices of the vocabulary; null without one
};

} // namespace bilan::intake
