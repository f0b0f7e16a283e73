// What LHC-Forms cannot show, with the reason. Each is looked for, and must still be there.
const noEmptyAnswer =
  "it drops answers without a value: a relation that is not relevant is to it one that was not asked, and the mean waits for it";
const name = "money nothing: the logarithm counts 0; relations that are not relevant leave the mean";

/// Calculated items that have a value with us and none there.
export const knownDifferences = [
  { instrument: "asi-grund", name, linkId: "composite-family", reason: noEmptyAnswer },
  { instrument: "asi-uppfoljning", name, linkId: "composite-family", reason: noEmptyAnswer },
];
