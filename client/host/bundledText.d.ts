/** A YAML file of the repository, bundled as text. */
declare module '*.yaml' {
  const text: string;
  export default text;
}
