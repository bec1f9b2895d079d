// SPDX-License-Identifier: MPL-2.0
#include "app/help.hpp"

namespace bilan::app {

namespace {

class HelpFormatter final : public CLI::Formatter {
public:
    explicit HelpFormatter(base::Language language) : language_(language)
    {
        column_width(34);
        if (language == base::Language::english) return;
        label("Usage", "Utilisation\u00A0");
        label("SUBCOMMAND", "COMMANDE");
        label("Positionals", "Arguments");
    }

    /// `bilan nouveau` in French, where CLI11 has `bilan new`.
    [[nodiscard]] std::string make_usage(const CLI::App* app, std::string name) const override
    {
        const std::string& own = app->get_name();
        if (!app->get_aliases().empty() && name.ends_with(own))
            name.replace(name.size() - own.size(), own.size(), shown_name(*app));
        return CLI::Formatter::make_usage(app, std::move(name));
    }

    /// The name of the language first: `produire, run`.
    [[nodiscard]] std::string make_subcommand(const CLI::App* command) const override
    {
        std::string names = shown_name(*command);
        if (const std::string& own = command->get_name(); names != own) names += ", " + own;
        if (language_ == base::Language::english)
            for (const std::string& alias : command->get_aliases()) names += ", " + alias;
        std::stringstream out;
        CLI::detail::format_help(out, names, command->get_description(), get_column_width());
        return out.str();
    }

    /// `=NOMBRE`, `...` for several, `(obligatoire)`; the validators' own English stays out.
    [[nodiscard]] std::string make_option_opts(const CLI::Option* option) const override
    {
        std::string words;
        const bool takes_value = option->get_type_size() != 0 && !option->get_type_name().empty();
        if (takes_value && !option->get_positional()) words += "=" + type_of(*option);
        if (takes_value && option->get_expected_max() > 1) words += " ..."; // three bytes: columns are counted in bytes
        if (option->get_required()) words += base::Words{" (obligatoire)", " (required)"}.in(language_);
        return words;
    }

    [[nodiscard]] std::string make_group(std::string group, bool is_positional,
                                         std::vector<const CLI::Option*> options) const override
    {
        return CLI::Formatter::make_group(group + (language_ == base::Language::french ? "\u00A0" : ""), is_positional,
                                          std::move(options));
    }

private:
    [[nodiscard]] const std::string& shown_name(const CLI::App& command) const
    {
        const bool is_french = language_ == base::Language::french && !command.get_aliases().empty();
        return is_french ? command.get_aliases().front() : command.get_name();
    }

    [[nodiscard]] std::string type_of(const CLI::Option& option) const
    {
        const std::string type = option.get_type_name().substr(0, option.get_type_name().find(':'));
        const bool is_number = type == "INT" || type == "FLOAT";
        if (language_ == base::Language::english) return is_number ? "NUMBER" : type;
        return is_number ? "NOMBRE" : type == "TEXT" ? "TEXTE" : type;
    }

    base::Language language_;
};

} // namespace

std::shared_ptr<CLI::Formatter> help_formatter(const Session& session)
{
    return std::make_shared<HelpFormatter>(session.language());
}

} // namespace bilan::app
