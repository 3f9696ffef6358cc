/** Rows of AWS Cloud Map namespaces, as far as clusters make them and services name them. None in a new world. */

export interface NamespaceRow {
  readonly namespaceArn: string;
  readonly name: string;
}
