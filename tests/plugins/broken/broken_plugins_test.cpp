// SPDX-License-Identifier: MPL-2.0
//
// Every way in which a plugin can be broken ends in one sentence that names it, and the other plugins go on.
#include "base/error.hpp"
#include "plugin/card.hpp"
#include "plugin/plugin_loader.hpp"

#include <bilan/problem.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <new>

namespace bilan::base {

/// For GoogleTest, when a sentence differs.
void PrintTo(const Words& words, std::ostream* out)
{
    *out << words.french << '\n' << words.english;
}

} // namespace bilan::base

namespace bilan::plugin {
namespace {

namespace fs = std::filesystem;
using base::Language;
using testing::HasSubstr;
using testing::StartsWith;

fs::path folder_of(std::string_view name)
{
    return fs::path(BILAN_BROKEN_DIR) / name;
}

std::string file_of(std::string_view name)
{
    return (folder_of(name) / std::to_string(BILAN_PLUGIN_INTERFACE) / name).string() + ".so";
}

fs::path good_folder()
{
    return fs::path(BILAN_PLUGIN_DIR).parent_path();
}

PluginRegistry load(const std::vector<fs::path>& folders)
{
    PluginRegistry registry;
    load_plugins(folders, {}, registry);
    return registry;
}

/// The refusal of the one plugin in the folder of that name, in both languages.
base::Words refusal_of(std::string_view name)
{
    const PluginRegistry registry = load({folder_of(name)});
    EXPECT_TRUE(registry.plugins().empty());
    if (registry.refused().size() != 1) return {"no refusal", "no refusal"};
    EXPECT_EQ(registry.refused().front().file, file_of(name));
    const base::Message& message = registry.refused().front().message;
    return {base::render(message, Language::french), base::render(message, Language::english)};
}

TEST(BrokenPlugin, WithAnotherInterface)
{
    EXPECT_EQ(refusal_of("wrong_interface"),
              (base::Words{"from-tomorrow 2.0.0 a été construite pour l'interface d'extensions 5, ce bilan a "
                           "l'interface 4. Recompilez l'extension avec les en-têtes de ce bilan.",
                           "from-tomorrow 2.0.0 was built for plugin interface 5, this bilan has interface 4. Rebuild "
                           "the plugin with the headers of this bilan."}));
}

TEST(BrokenPlugin, WithAnotherMagic)
{
    EXPECT_EQ(refusal_of("wrong_magic"),
              (base::Words{"La carte de cette bibliothèque n'est pas celle d'une extension de bilan\u00A0: elle "
                           "commence par 0xbeef au lieu de 0x4e4c4942. Recompilez-la avec les en-têtes de ce bilan.",
                           "The card of this library is not that of a bilan plugin: it begins with 0xbeef instead of "
                           "0x4e4c4942. Rebuild it with the headers of this bilan."}));
}

TEST(BrokenPlugin, WithASmallCard)
{
    EXPECT_EQ(refusal_of("small_card"), (base::Words{"La carte de cette extension a 8 octets, celle de ce bilan 132. "
                                                     "Recompilez l'extension avec les en-têtes de ce bilan.",
                                                     "The card of this plugin has 8 bytes, that of this bilan 132. "
                                                     "Rebuild the plugin with the headers of this bilan."}));
}

TEST(BrokenPlugin, OfAnotherCompiler)
{
    const std::string host_compiler = host_card().built_with;
    const std::string host_abi = std::to_string(host_card().compiler_abi);
    EXPECT_EQ(
        refusal_of("other_compiler"),
        (base::Words{
            "other-compiler 1.0.0 a été construite avec le compilateur a compiler 1.0 (ABI 1002), ce bilan avec " +
                host_compiler + " (ABI " + host_abi + "). Recompilez l'extension avec le compilateur de ce bilan.",
            "other-compiler 1.0.0 was built with compiler a compiler 1.0 (ABI 1002), this bilan with " + host_compiler +
                " (ABI " + host_abi + "). Rebuild the plugin with the compiler of this bilan."}));
}

TEST(BrokenPlugin, WithOtherStrings)
{
    EXPECT_EQ(refusal_of("other_strings"),
              (base::Words{"other-strings 1.0.0 a été construite avec les chaînes d'ABI 0, ce bilan avec celles d'ABI "
                           "1. Recompilez l'extension avec _GLIBCXX_USE_CXX11_ABI=1.",
                           "other-strings 1.0.0 was built with strings of ABI 0, this bilan with those of ABI 1. "
                           "Rebuild the plugin with _GLIBCXX_USE_CXX11_ABI=1."}));
}

TEST(BrokenPlugin, WithoutName)
{
    EXPECT_EQ(
        refusal_of("nameless"),
        (base::Words{
            "La carte de cette extension a pour nom «\u00A0\u00A0» et pour version «\u00A01.0 beta\u00A0». Donnez-lui "
            "un nom et une version faits de lettres, de chiffres, de points et de tirets, puis recompilez-la.",
            "The card of this plugin has the name \"\" and the version \"1.0 beta\". Give it a name and a version made "
            "of letters, digits, points and dashes, then rebuild it."}));
}

TEST(BrokenPlugin, WithoutCard)
{
    EXPECT_EQ(refusal_of("no_card"),
              (base::Words{"Cette bibliothèque n'est pas une extension de bilan\u00A0: elle n'a pas de carte "
                           "(bilan_plugin_card_v1). Retirez-la du dossier des extensions.",
                           "This library is not a bilan plugin: it has no card (bilan_plugin_card_v1). Remove it from "
                           "the plugin folder."}));
}

TEST(BrokenPlugin, WithoutRegisterFunction)
{
    EXPECT_EQ(refusal_of("no_register"),
              (base::Words{"mute 1.0.0 n'a pas de fonction d'inscription (bilan_plugin_register_v1). Écrivez-la avec "
                           "la macro BILAN_PLUGIN, puis recompilez l'extension.",
                           "mute 1.0.0 has no register function (bilan_plugin_register_v1). Write it with the macro "
                           "BILAN_PLUGIN, then rebuild the plugin."}));
}

TEST(BrokenPlugin, WithAMissingSymbol)
{
    EXPECT_EQ(
        refusal_of("missing_symbol"),
        (base::Words{
            "Cette bibliothèque ne s'ouvre pas (réponse du système\u00A0: undefined symbol: nobody_defines_this). "
            "Installez ce qui lui manque ou recompilez-la, ou retirez-la du dossier des extensions.",
            "This library does not open (the system's answer: undefined symbol: nobody_defines_this). Install what it "
            "lacks or rebuild it, or remove it from the plugin folder."}));
}

TEST(BrokenPlugin, ThatThrowsWhenItIsOpened)
{
    EXPECT_EQ(
        refusal_of("throws_on_open"),
        (base::Words{
            "L'ouverture de cette bibliothèque met fin au programme (Aborted)\u00A0: elle est endommagée, ou un de ses "
            "constructeurs statiques échoue. Retirez-la du dossier des extensions\u00A0; son auteur doit la recompiler "
            "et se passer de constructeurs statiques.",
            "Opening this library ends the program (Aborted): it is damaged, or one of its static constructors fails. "
            "Remove it from the plugin folder; its author must rebuild it and do without static constructors."}));
}

TEST(BrokenPlugin, ThatExitsWhenItIsOpened)
{
    EXPECT_THAT(refusal_of("exits_on_open").english, StartsWith("Opening this library ends the program (exit 0): "));
}

TEST(BrokenPlugin, ThatThrowsWhenItRegisters)
{
    EXPECT_EQ(refusal_of("throws_on_register"),
              (base::Words{"L'extension throws-on-register 1.0.0 a échoué pendant son inscription (no licence for "
                           "C:\\plugins, 100%s sure). Mettez-la à jour, ou retirez-la du dossier des extensions.",
                           "Plugin throws-on-register 1.0.0 failed while it registered (no licence for C:\\plugins, "
                           "100%s sure). Update it, or remove it from the plugin folder."}));
}

TEST(BrokenPlugin, ThatThrowsWhenItPresentsItsCard)
{
    EXPECT_EQ(refusal_of("throws_on_card"),
              (base::Words{"L'extension throws-on-card 1.0.0 a échoué en présentant sa carte (who am I). Mettez-la à "
                           "jour, ou retirez-la du dossier des extensions.",
                           "Plugin throws-on-card 1.0.0 failed while it presented its card (who am I). Update it, or "
                           "remove it from the plugin folder."}));
}

TEST(BrokenPlugin, ThatBringsNothing)
{
    EXPECT_EQ(refusal_of("registers_nothing"),
              (base::Words{"registers-nothing 1.0.0 n'apporte rien\u00A0: ni lecteur, ni rédacteur, ni fonction. "
                           "Retirez-la du dossier des extensions.",
                           "registers-nothing 1.0.0 brings nothing: no reader, no writer, no function. Remove it from "
                           "the plugin folder."}));
}

TEST(BrokenPlugin, WithAnIncompleteCard)
{
    const base::Words words = refusal_of("incomplete_card");
    EXPECT_EQ(words,
              (base::Words{"incomplete-card 1.0.0 apporte un lecteur, un rédacteur ou une fonction dont la carte est "
                           "incomplète. Son auteur doit remplir tous les champs obligatoires de la carte.",
                           "incomplete-card 1.0.0 brings a reader, a writer or a function whose card is incomplete. "
                           "Its author must fill every required field of the card."}));
    EXPECT_THAT(refusal_of("registers_null").english, StartsWith("registers-null 1.0.0 brings a reader, a writer"));
}

TEST(BrokenPlugin, WithAReaderTwice)
{
    const std::string file = file_of("same_reader");
    EXPECT_EQ(
        refusal_of("same_reader"),
        (base::Words{
            "same-reader 1.0.0 apporte un lecteur «\u00A0twin\u00A0», mais same-reader 1.0.0 en apporte déjà un (" +
                file + "). Retirez l'un des deux fichiers.",
            "same-reader 1.0.0 brings a reader \"twin\", but same-reader 1.0.0 brings one already (" + file +
                "). Remove one of the two files."}));
}

TEST(BrokenPlugin, OfANameThatIsTaken)
{
    const PluginRegistry registry = load({good_folder(), folder_of("same_plugin")});
    ASSERT_EQ(registry.refused().size(), 1U);
    const std::string example = (fs::path(BILAN_PLUGIN_DIR) / "example.so").string();
    EXPECT_EQ(registry.refused().front().file, file_of("same_plugin"));
    EXPECT_EQ(base::render(registry.refused().front().message, Language::french),
              "L'extension example 9.9.9 est déjà chargée, en version 1.0.0, depuis " + example +
                  ". Retirez l'un des deux fichiers.");
    EXPECT_EQ(base::render(registry.refused().front().message, Language::english),
              "Plugin example 9.9.9 is loaded already, in version 1.0.0, from " + example +
                  ". Remove one of the two files.");
}

TEST(BrokenPlugin, WithAFunctionThatIsTaken)
{
    const PluginRegistry registry = load({good_folder(), folder_of("same_function")});
    ASSERT_EQ(registry.refused().size(), 1U);
    const std::string example = (fs::path(BILAN_PLUGIN_DIR) / "example.so").string();
    EXPECT_EQ(
        base::render(registry.refused().front().message, Language::french),
        "same-function 1.0.0 apporte une fonction «\u00A0median\u00A0», mais example 1.0.0 en apporte déjà une (" +
            example + "). Retirez l'un des deux fichiers.");
    EXPECT_EQ(base::render(registry.refused().front().message, Language::english),
              "same-function 1.0.0 brings a function \"median\", but example 1.0.0 brings one already (" + example +
                  "). Remove one of the two files.");
}

TEST(BrokenPlugin, DoesNotKeepTheOthersFromLoading)
{
    std::vector<fs::path> folders;
    for (const char* name : {"wrong_interface", "no_card", "missing_symbol", "throws_on_open", "throws_on_register"})
        folders.push_back(folder_of(name));
    folders.push_back(good_folder());
    const PluginRegistry registry = load(folders);
    EXPECT_EQ(registry.refused().size(), 5U);
    EXPECT_FALSE(registry.function_providers().empty());
    for (const Offer& offer : registry.plugins())
        for (const auto& reader : offer.readers) EXPECT_NE(reader->card().name, "left-behind");
}

class UnrulyPlugin : public testing::Test {
protected:
    UnrulyPlugin() : registry_(load({folder_of("throws_on_read")})) {}

    [[nodiscard]] const LoadedReader& reader() const { return *registry_.plugins().front().readers.front(); }
    [[nodiscard]] FunctionProvider& functions() const { return *registry_.function_providers().front(); }
    [[nodiscard]] const PluginRegistry& registry() const { return registry_; }

    template <class Action>
    static base::Error error_of(Action action)
    {
        try {
            action();
        } catch (const base::Error& error) {
            return error;
        }
        ADD_FAILURE() << "nothing was thrown";
        return {base::ExitCode::internal, "", {}};
    }
    [[nodiscard]] base::Error error_of_read(const std::string& name) const
    {
        return error_of([&] {
            Book book;
            reader().read({name, "", {}}, {}, book);
        });
    }

private:
    PluginRegistry registry_;
};

TEST_F(UnrulyPlugin, IsNamedWhenItThrowsInARead)
{
    const base::Error error = error_of_read("exception");
    EXPECT_EQ(error.exit_code(), base::ExitCode::plugin);
    EXPECT_EQ(
        error.sentence(Language::french),
        file_of("throws_on_read") +
            "\u00A0: L'extension unruly 0.3.1 a échoué en lisant «\u00A0exception\u00A0» (the first sheet is upside "
            "down). Enregistrez ce fichier sous un autre format, et signalez l'échec à l'auteur de l'extension.");
    EXPECT_EQ(error.sentence(Language::english),
              file_of("throws_on_read") +
                  ": Plugin unruly 0.3.1 failed while it read \"exception\" (the first sheet is upside down). Save "
                  "that file in another format, and report the failure to the author of the plugin.");
}

TEST_F(UnrulyPlugin, IsNamedWhenItThrowsWhatIsNoException)
{
    EXPECT_THAT(error_of_read("surprise").sentence(Language::english),
                HasSubstr("Plugin unruly 0.3.1 failed while it read \"surprise\" ((anonymous namespace)::Surprise)."));
}

TEST_F(UnrulyPlugin, ARefusalPassesAsItIs)
{
    Book book;
    try {
        reader().read({"refusal", "", {}}, {}, book);
        FAIL();
    } catch (const Refusal& refusal) {
        EXPECT_EQ(refusal.problem().code, "BIL-383");
        EXPECT_EQ(refusal.problem().place.file, "refusal");
    }
}

TEST_F(UnrulyPlugin, ALackOfMemoryPassesAsItIs)
{
    Book book;
    EXPECT_THROW(reader().read({"memory", "", {}}, {}, book), std::bad_alloc);
}

TEST_F(UnrulyPlugin, IsNamedWhenItThrowsWhileItLooks)
{
    const ReaderChoice choice = registry().best_reader({"exception", "doubt", {}});
    EXPECT_EQ(choice.reader, nullptr);
    ASSERT_EQ(choice.failures.size(), 1U);
    EXPECT_EQ(choice.failures.front().exit_code(), base::ExitCode::plugin);
    EXPECT_EQ(base::render(choice.failures.front().message(), Language::french),
              "L'extension unruly 0.3.1 a échoué en examinant «\u00A0exception\u00A0» (the first sheet is upside "
              "down). Signalez-le à son auteur avec ce fichier.");
    EXPECT_EQ(base::render(choice.failures.front().message(), Language::english),
              "Plugin unruly 0.3.1 failed while it examined \"exception\" (the first sheet is upside down). Report it "
              "to its author with that file.");
}

TEST_F(UnrulyPlugin, IsNamedWhenItThrowsWhileItWrites)
{
    const LoadedWriter* const writer = registry().writer_for("UNRULY");
    ASSERT_NE(writer, nullptr);
    const base::Error error = error_of([&] { writer->write({}, "/tmp/exception"); });
    EXPECT_EQ(error.exit_code(), base::ExitCode::plugin);
    EXPECT_EQ(base::render(error.message(), Language::french),
              "L'extension unruly 0.3.1 a échoué en écrivant «\u00A0exception\u00A0» (the first sheet is upside down). "
              "Rien n'a été remplacé\u00A0; signalez l'échec à son auteur.");
    EXPECT_EQ(base::render(error.message(), Language::english),
              "Plugin unruly 0.3.1 failed while it wrote \"exception\" (the first sheet is upside down). Nothing was "
              "replaced; report the failure to its author.");
}

TEST_F(UnrulyPlugin, AFunctionThatRefusesItsArgumentsIsTheScriptsAffair)
{
    const base::Error error = error_of([&] { (void)functions().call(0, {}); });
    EXPECT_EQ(error.exit_code(), base::ExitCode::script);
    EXPECT_EQ(error.sentence(Language::french), "bilan.fn.exception (unruly 0.3.1) refuse ses arguments\u00A0: the "
                                                "first sheet is upside down. Corrigez l'appel dans le script.");
    EXPECT_STREQ(error.what(), "bilan.fn.exception (unruly 0.3.1) refuses its arguments: the first sheet is upside "
                               "down. Correct the call in the script.");
}

TEST_F(UnrulyPlugin, AFunctionThatFailsIsThePluginsAffair)
{
    const base::Error surprise = error_of([&] { (void)functions().call(1, {}); });
    EXPECT_EQ(surprise.exit_code(), base::ExitCode::plugin);
    EXPECT_EQ(base::render(surprise.message(), Language::french),
              "L'extension unruly 0.3.1 a échoué dans sa fonction «\u00A0surprise\u00A0» ((anonymous "
              "namespace)::Surprise). Signalez-le à son auteur.");
    EXPECT_EQ(base::render(surprise.message(), Language::english),
              "Plugin unruly 0.3.1 failed in its function \"surprise\" ((anonymous namespace)::Surprise). Report it to "
              "its author.");
    for (const std::size_t function : {2U, 3U}) {
        const base::Error answer = error_of([&] { (void)functions().call(function, {}); });
        EXPECT_EQ(answer.exit_code(), base::ExitCode::plugin);
        EXPECT_EQ(answer.message().code, "BIL-479");
    }
    EXPECT_EQ(base::render({"BIL-479", {"unruly", "0.3.1", "text"}}, Language::english),
              "Plugin unruly 0.3.1 gave, in its function \"text\", an answer that is not of the type of its card. "
              "Report it to its author.");
}

} // namespace
} // namespace bilan::plugin
