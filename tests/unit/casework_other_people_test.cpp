#include "core/casework/other_people.h"
#include "tests/support/catch.h"

using namespace faltakt::casework;

TEST_CASE("a sentence that names kin, a reporter or somebody by name is pointed out")
{
    const std::vector<std::string> own{"Johan", "Ek"};
    for (const char *sentence : {"Hans mamma ringde.", "Brodern var med.", "Grannen hade anmält det.",
                                 "Han bor med Anna.", "Sonens skola hörde av sig.", "Anmälaren är känd.",
                                 "De träffades hos Åsa.", "Sambon vill inte.", "Vad säger en legal företrädare?"}) {
        INFO(sentence);
        CHECK(maySpeakOfOthers(sentence, own));
    }
}

TEST_CASE("a sentence about the person alone is not")
{
    const std::vector<std::string> own{"Johan", "Ek", "Johan Erik"};
    for (const char *sentence :
         {"Johan vill börja träna i morgon.", "Vill sova bättre.", "Pratade om Johans arbete.", "Gjorde AUDIT i dag.",
          "Det var fara för livet.", "Åt frukost.", "Kommer på söndag morgon.", ""}) {
        INFO(sentence);
        CHECK_FALSE(maySpeakOfOthers(sentence, own));
    }
}
