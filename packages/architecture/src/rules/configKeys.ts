import ts from 'typescript';

/**
 * Every key that a `config.d.ts` declares, as documentation writes it: `clusters[].linstor.url`. An object's own key is
 * left out where its members say the rest.
 *
 * @param text - the file; its interface `Config` holds one section
 * @param section - name of the section, for example `baremetal`
 */
export function configKeys(text: string, section: string): string[] {
  const tree = ts.createSourceFile(
    'config.d.ts',
    text,
    ts.ScriptTarget.Latest,
    true,
  );
  const config = tree.statements.find(ts.isInterfaceDeclaration);
  const member = config && memberNamed(config.members, section);
  return member?.type ? keysOf(member.type, '') : [];
}

function keysOf(type: ts.TypeNode, path: string): string[] {
  if (ts.isTypeLiteralNode(type)) {
    return type.members.flatMap(member =>
      ts.isPropertySignature(member) && member.type
        ? keysOf(
            member.type,
            `${path}${path === '' ? '' : '.'}${member.name.getText()}`,
          )
        : [],
    );
  }
  const item = itemOf(type);
  return item && ts.isTypeLiteralNode(item)
    ? keysOf(item, `${path}[]`)
    : [path];
}

/** `T` of `Array<T>` and `T[]`. */
function itemOf(type: ts.TypeNode): ts.TypeNode | undefined {
  if (ts.isArrayTypeNode(type)) return type.elementType;
  return ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Array'
    ? type.typeArguments?.[0]
    : undefined;
}

function memberNamed(
  members: ts.NodeArray<ts.TypeElement>,
  name: string,
): ts.PropertySignature | undefined {
  return members
    .filter(ts.isPropertySignature)
    .find(member => member.name.getText() === name);
}
