/** A document that is wrong in more places than this is not looked through to its end. */
const MOST_ERRORS = 10;

/** How a document is validated: `suggestions` says whether errors may name what would have been right. */
export const validationOptions = (suggestions: boolean) => ({
  maxErrors: MOST_ERRORS,
  hideSuggestions: !suggestions,
});
