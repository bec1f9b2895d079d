// SPDX-License-Identifier: MPL-2.0
//
// Every field that the domain names in a table of its themes exists in its schema, with its type. Typed from the domain
// and the conventions, not from the schemas, so that a field that goes missing fails.
#include "schemas/schema_reading.hpp"

#include "base/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using data::FieldType;

const std::map<std::string, FieldType>& types()
{
    static const std::map<std::string, FieldType> names{
        {"text", FieldType::text},       {"count", FieldType::count},     {"number", FieldType::number},
        {"euro", FieldType::euro},       {"rate", FieldType::rate},       {"year", FieldType::year},
        {"date", FieldType::date},       {"boolean", FieldType::boolean}, {"choice", FieldType::choice},
        {"choices", FieldType::choices}, {"code", FieldType::code}};
    return names;
}

/// `type: field field …` lines.
void expect_fields(const std::string& schema, const std::vector<std::string>& lines)
{
    const auto found = domain().schema(schema);
    ASSERT_NE(found, nullptr) << schema;
    for (const std::string& line : lines) {
        const std::size_t colon = line.find(':');
        const FieldType type = types().at(line.substr(0, colon));
        const std::string ids = line.substr(colon + 2);
        for (const std::string_view id : base::split(ids, ' ')) {
            const data::Field* const field = found->field(id);
            ASSERT_NE(field, nullptr) << schema << '.' << id;
            EXPECT_EQ(field->type, type) << schema << '.' << id;
            EXPECT_FALSE(field->label.french.empty()) << schema << '.' << id;
            EXPECT_FALSE(field->label.english.empty()) << schema << '.' << id;
        }
    }
}

TEST(Spec, TenSchemas)
{
    std::vector<std::string> ids;
    for (const auto& schema : domain().schemas) ids.push_back(schema->id);
    EXPECT_THAT(ids, testing::UnorderedElementsAre("action", "cite", "conseil", "demarche", "emploi", "financement",
                                                   "offre", "paqte", "rapport", "territoire"));
}

TEST(Spec, Action)
{
    expect_fields(
        "action",
        {"year: exercice", "text: intitule porteur thematique justification",
         "code: num_dossier num_action siret rna commune",
         "choice: type_porteur pilier dispositif statut recurrence mode_comptage cotation_porteur cotation_instructeur "
         "cotation_finale cotation_bilan type_action_fh condition_ega specificite public_lcd suite",
         "choices: territoire critere domaine type_action", "date: date_debut date_fin",
         "euro: cout_total demande_p147 propose_p147 accorde_p147 paye_p147 realise",
         "count: benef_total benef_prevu benef_f benef_h benef_sexe_nc benef_qpv benef_poche benef_prevu_f "
         "benef_prevu_h nb_formes nb_situations nb_orientations",
         "number: duree_h", "boolean: formation_porteur ptlcd"});
    const auto action = domain().schema("action");
    for (const char* id :
         {"fin_region", "fin_departement", "fin_epci", "fin_commune", "fin_caf", "fin_bailleurs", "fin_europe",
          "fin_prive", "fin_autofinancement", "fin_etat_autre", "fin_region_demande", "age_0_25", "age_50_p"})
        EXPECT_NE(action->family_of(id), nullptr) << id;
    ASSERT_NE(action->family_of("crit_mixite"), nullptr);
    EXPECT_EQ(action->family_of("crit_mixite")->type, FieldType::choice);
}

TEST(Spec, Emploi)
{
    expect_fields(
        "emploi",
        {"choice: axe_strategique niveau_qualif", "text: intitule porteur type_offre",
         "choices: territoire structure_orientation",
         "count: nb_entrees nb_en_cours nb_sorties nb_abandons nb_emploi_durable nb_emploi_transition "
         "nb_sortie_positive nb_creation nb_formation nb_orientation nb_autres_sorties nb_suite_inconnue brsa "
         "deld th jeunes seniors",
         "number: duree_moy", "rate: satisfaction"});
    for (const char* id : {"niv_infra3", "niv_3", "niv_8", "age_0_25", "age_26_45"})
        EXPECT_NE(domain().schema("emploi")->family_of(id), nullptr) << id;
}

TEST(Spec, Conseil)
{
    expect_fields(
        "conseil",
        {"text: nom_cc",
         "choices: qpv mode_designation listes_tirage accompagnateur participation_instances reussites difficultes",
         "choice: echelle statut_juridique accompagnement etat", "date: date_installation date_arrete",
         "count: nb_membres nb_hab nb_asso nb_f nb_h nb_f_hab nb_h_hab nb_f_asso nb_h_asso nb_moins_26 nb_65p "
         "nb_actifs nb_reunions formation avis_projets",
         "number: presence_moy", "euro: budget", "boolean: suppleants local referent", "year: exercice",
         "code: commune"});
}

TEST(Spec, Financement)
{
    expect_fields("financement", {"choice: financeur nature_credit champ type_engagement perimetre facette statut_dc",
                                  "euro: montant_prevu montant_realise", "text: dispositif_dc intitule porteur",
                                  "number: moyens_humains", "count: benef_total benef_qpv", "year: exercice",
                                  "choices: territoire", "code: commune"});
    EXPECT_NE(domain().schema("financement")->family_of("fin_p147"), nullptr);
}

TEST(Spec, Rapport)
{
    expect_fields(
        "rapport",
        {"text: contrat epci codeur", "code: departement periode page",
         "choice: modalite place_efh place_lcd place_cc place_dc place_emploi bie cc_accompagnement cc_etat "
         "dc_perimetre dc_conclusion emp_conclusion",
         "boolean: bie_consequence",
         "choices: type_actions_efh type_actions_lcd actions_emploi cc_reussites cc_difficultes emp_reussites "
         "emp_difficultes",
         "rate: dc_part emp_part", "date: date_codage"});
    EXPECT_NE(domain().schema("rapport")->family_of("verbatim_emploi"), nullptr);
}

TEST(Spec, Cite)
{
    expect_fields("cite", {"text: cite", "year: exercice annee_label",
                           "choice: perimetre_geo porteur_coord copilotage axe type_innovation maturite evol_perimetre",
                           "choices: qpv thematique", "number: etp_coord",
                           "boolean: coord_reste finance_total_credits public_cible feuille_route_actualisee cohorte",
                           "count: nb_partenaires nb_referents nb_actions nb_benef cohorte_effectif",
                           "euro: depense_coordination depense_actions depense_ingenierie depense_autre cofin_p147 "
                           "cofin_etat_autre cofin_collectivites cofin_autres",
                           "code: commune departement"});
    ASSERT_NE(domain().schema("cite")->family_of("sat_mission_locale"), nullptr);
    EXPECT_EQ(domain().schema("cite")->family_of("sat_mission_locale")->type, FieldType::choice);
}

TEST(Spec, Paqte)
{
    expect_fields("paqte",
                  {"text: entreprise existant mis_en_oeuvre", "choice: type_signataire taille engagement animateur",
                   "code: siret naf commune", "date: date_signature", "boolean: testing",
                   "count: stages3_offerts stages3_pourvus stages3_rep stages3_qpv interventions "
                   "jeunes_sensibilises jeunes_sensibilises_qpv parrains alternants alternants_qpv "
                   "stagiaires_longs stagiaires_longs_qpv embauches embauches_qpv embauches_cdi emplois_francs "
                   "recruteurs_formes fournisseurs_qpv",
                   "euro: achats_inclusifs achats_total", "number: heures_clauses", "year: exercice"});
}

TEST(Spec, Demarche)
{
    expect_fields("demarche", {"text: participant demarches defis besoins ressources region", "choice: type_territoire",
                               "choices: themes", "code: departement"});
    EXPECT_EQ(domain().schema("demarche")->field("participant")->code_kind, "participant");
}

TEST(Spec, Offre)
{
    expect_fields("offre", {"choice: axe echelle public periodicite etat", "text: offre operateur commentaire",
                            "choices: territoires structure_orientation", "number: cible realise",
                            "count: benef_total benef_f benef_h benef_qpv nb_abandons nb_formation nb_orientation",
                            "rate: taux_qpv taux_abandon", "year: exercice", "code: commune"});
    for (const char* id : {"age_0_25", "niv_3"}) EXPECT_NE(domain().schema("offre")->family_of(id), nullptr) << id;
}

TEST(Spec, Territoire)
{
    expect_fields(
        "territoire",
        {"code: code_qp insee_reg insee_dep insee_com siren_epci",
         "text: lib_qp lib_reg lib_dep lib_com lib_epci "
         "indicateur source",
         "choices: territoire", "number: valeur", "year: exercice",
         "count: population defm_a defm_abc allocataires_caf allocataires_rsa etablissements logements_sociaux c2s",
         "rate: taux_pauvrete part_moins_25 part_monoparentales taux_emploi dependance_prestations",
         "euro: revenu_median"});
}

/// The ids that the conventions close.
TEST(Spec, TermsOfTheConventions)
{
    const auto ids = [](const char* vocabulary) {
        std::vector<std::string> found;
        for (const data::Term& term : domain().vocabulary(vocabulary)->terms) found.push_back(term.id);
        return found;
    };
    for (const char* funder : {"p147", "etat_autre", "region", "departement", "epci", "commune", "caf", "bailleurs",
                               "europe", "prive", "autofinancement", "autre"})
        EXPECT_THAT(ids("financeur"), testing::Contains(funder));
    EXPECT_EQ(ids("place_theme"), (std::vector<std::string>{"0", "1", "2", "3"}));
    EXPECT_EQ(ids("axe_strategique"), (std::vector<std::string>{"1", "2", "3"}));
    EXPECT_EQ(ids("cotation_bie"), (std::vector<std::string>{"G0", "G1", "G2", "non_cote"}));
    EXPECT_EQ(ids("perimetre_dc"), (std::vector<std::string>{"P1", "P2", "P3", "P4"}));
}

TEST(Spec, NoSpellingStandsForTwoTermsOfAVocabulary)
{
    for (const auto& vocabulary : domain().vocabularies) {
        std::map<std::string, std::string> seen;
        for (const data::Term& term : vocabulary->terms) {
            std::vector<std::string> all = term.spellings;
            all.push_back(term.id);
            all.push_back(term.label.french);
            for (const std::string& spelling : all) {
                const auto [first, is_new] = seen.emplace(base::fold(spelling), term.id);
                EXPECT_EQ(first->second, term.id) << vocabulary->id << ": " << spelling;
            }
        }
    }
}

/// A header that is a label or spelling of two fields would go to either of them.
TEST(Spec, NoHeaderStandsForTwoFieldsOfASchema)
{
    for (const auto& schema : domain().schemas) {
        std::map<std::string, std::string> seen;
        for (const data::Field& field : schema->fields) {
            std::vector<std::string> all = field.headers;
            all.insert(all.end(), {field.label.french, field.label.english});
            for (const std::string& header : all) {
                const auto [first, is_new] = seen.emplace(base::fold(header), field.id);
                // Here what the cells hold settles it.
                const bool by_content = (first->second == "public_cible" && field.id == "publics_cibles") ||
                                        (first->second == "code_qp" && field.id == "insee_com") ||
                                        (first->second == "niveau_qualif" && field.id == "echelle") ||
                                        (first->second == "pilier" && field.id == "nb_orientation") ||
                                        (first->second == "type_porteur" && field.id == "formation_porteur") ||
                                        (first->second == "pilier" && field.id == "axe_strategique");
                EXPECT_TRUE(first->second == field.id || by_content)
                    << schema->id << ": " << header << ": " << first->second << ", " << field.id;
            }
        }
    }
}

} // namespace
} // namespace bilan::schemas
