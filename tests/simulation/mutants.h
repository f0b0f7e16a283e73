#pragma once

#include <string>

namespace faltakt::simulation {

/// Where mutants are found and built.
struct MutantPlan {
    std::string source; ///< The project; the one this program was built from where empty.
    std::string build;  ///< A folder for the copy and its build; below the program's build folder where empty.
    std::string only;   ///< One mutant's name; all where empty.
};

/// Builds the program once for each patch in tests/simulation/mutants, applied to a copy of the tree, and runs it over seeds
/// until one fails. Prints a line {"mutant","caught","seed","what"} for each; 0 where every mutant was caught.
[[nodiscard]] int runMutants(const MutantPlan &plan);

} // namespace faltakt::simulation
