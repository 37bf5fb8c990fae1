type Cell = string | number | boolean;

/** Evidence in the form of one table. */
export function evidenceTable(title: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): object {
  return { type: 'tabularEvidences', title, columns, rows };
}

/** Evidence in the form of a list of findings, each possibly followed by tables. */
export function evidenceList(findings: readonly string[], tables: readonly object[] = []): object {
  const evidenceElements = findings.map((fallback) => ({
    text: { arguments: {}, localizationKey: 'SAMPLE_EVIDENCE', fallback },
    type: 'evidenceElement',
    innerElements: null,
  }));
  return {
    supportingEvidenceList: [{ evidenceElements, type: 'nestedList' }, ...tables],
    type: 'supportingEvidenceList',
  };
}
