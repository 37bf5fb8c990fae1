/** The text of a drawing: esbuild reads it into the bundle. */
declare module '*.svg' {
  const text: string;
  export default text;
}
