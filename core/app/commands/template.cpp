// SPDX-License-Identifier: MPL-2.0
#include "app/commands/commands.hpp"
#include "base/json.hpp"
#include "run/collection_template.hpp"

#include <filesystem>

namespace bilan::app {

namespace {

struct TemplateWords {
    run::CollectionOrder order;
    std::filesystem::path output;
};

base::ExitCode make(Session& session, TemplateWords words)
{
    words.order.language = session.language();
    run::write_collection(session.engine(), words.order, words.output);
    if (session.json) {
        const base::JsonLine line = base::JsonLine()
                                        .member("type", "template")
                                        .member("schema", words.order.schema)
                                        .member("file", words.output.string());
        session.out() << line.text() << '\n';
        return base::ExitCode::done;
    }
    session.out() << words.output.string() << '\n';
    session.out() << session.say({"Suite\u00A0: envoyez-le, puis bilan verifier FICHIER_REMPLI.xlsx",
                                  "Next: send it, then bilan check FILLED_IN.xlsx"})
                  << '\n';
    return base::ExitCode::done;
}

} // namespace

void add_template(CLI::App& app, Session& session, Chosen& chosen)
{
    CLI::App* command = add_command(app, session, "template", "modele",
                                    {"Le tableau à remettre aux partenaires, fait d'après un schéma",
                                     "The sheet to hand out to partners, made from a schema"},
                                    {"  bilan modele emploi -o collecte_emploi.xlsx --annee 2025\n"
                                     "  bilan modele action -o collecte.xlsx --partenaire \"Mission locale\"\n"
                                     "  bilan modele jardin -o collecte.xlsx --rapport jardins.lua",
                                     "  bilan template emploi -o collection.xlsx --year 2025\n"
                                     "  bilan template action -o collection.xlsx --partner \"Mission locale\"\n"
                                     "  bilan template jardin -o collection.xlsx --report jardins.lua"});
    auto words = std::make_shared<TemplateWords>();
    command
        ->add_option("SCHEMA", words->order.schema,
                     session.say({"emploi, action, conseil…", "emploi, action, conseil…"}))
        ->required();
    command->add_option("-o,--output,--sortie", words->output, session.say({"classeur à écrire", "workbook to write"}))
        ->required();
    command->add_option("--partner,--partenaire", words->order.partner,
                        session.say({"à qui il est destiné", "whom it is for"}));
    add_theme_option(*command, session);
    add_year(*command, session, words->order.year);
    command->callback(
        [&session, &chosen, words] { chosen.work = [&session, words] { return make(session, *words); }; });
}

} // namespace bilan::app
