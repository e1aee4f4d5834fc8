// Stands in for Red Hat's YAML extension: what it exports for others to contribute schemas, and how its server chooses among them. Beside that it has
// `schemaOf`, by which a test asks what a document of a file would be checked against; null: its own settings decide.

/** Wakes it; the exports are those of the real one, as far as schemas are concerned. */
exports.activate = () => createSchemaApi();

function createSchemaApi() {
  const contributors = new Map();
  return {
    registerContributor(schema, requestSchema, requestSchemaContent, label) {
      if (contributors.has(schema)) return false;
      if (!requestSchema) throw new Error('Illegal parameter for requestSchema.');
      contributors.set(schema, { requestSchema, requestSchemaContent, label });
      return true;
    },
    async schemaOf(resource, documentIndex) {
      const uris = [...contributors.values()].map(one => one.requestSchema(resource)).filter(Boolean);
      if (uris.length === 0) return null;
      const schemas = await Promise.all(uris.map(uri => resolve(contributors, uri, documentIndex)));
      return schemas.length === 1 ? schemas[0] : { allOf: schemas };
    },
  };
}

async function resolve(contributors, uri, documentIndex) {
  // A URI's scheme is the name under which its contributor is known.
  const contributor = contributors.get(uri.slice(0, uri.indexOf(':')));
  if (contributor === undefined) throw new Error(`no contributor has the scheme of ${uri}`);
  const schema = JSON.parse(await contributor.requestSchemaContent(uri));
  return schema.schemaSequence?.[documentIndex] ?? schema;
}
