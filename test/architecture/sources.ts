/** The sources as the layout tests see them: who imports whom, which tables are named, which texts stand in the code. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'

export interface Import {
  readonly to: string
  /** Gone when the types are taken away. */
  readonly typeOnly: boolean
}
export interface Source {
  /** From the checkout: `src/fit/http.tsx`. */
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
  /** `schema.table` in SQL, in a query or in the module's declaration of its tables. */
  readonly tables: readonly string[]
  readonly strings: readonly string[]
  /** Text written straight into a page. */
  readonly pageTexts: readonly string[]
}
/** Paths to texts, so that a test can invent a checkout. */
export type Files = Readonly<Record<string, string>>

export function filesIn(root: string, folders: readonly string[], endings: RegExp): Files {
  const files: Record<string, string> = {}
  for (const folder of folders.filter((name) => existsSync(join(root, name))))
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
      if (endings.test(name)) files[posix.join(folder, name)] = readFileSync(join(root, folder, name), 'utf8')
  return files
}

export const sourcesOf = (files: Files): Source[] =>
  Object.entries(files)
    .filter(([path]) => /\.tsx?$/.test(path))
    .map(([path, text]) => sourceOf(path, text, files))

function sourceOf(path: string, text: string, files: Files): Source {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found = { imports: [] as Import[], tables: [] as string[], strings: [] as string[], pageTexts: [] as string[] }
  const visit = (node: ts.Node): void => {
    const imported = importIn(node)
    if (imported?.from.startsWith('.'))
      found.imports.push({ to: resolved(path, imported.from, files), typeOnly: imported.typeOnly })
    found.tables.push(...tablesIn(node))
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.strings.push(node.text)
    if (ts.isJsxText(node) && node.text.trim()) found.pageTexts.push(node.text.trim())
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return { path, lines: linesOf(text), ...found }
}

export const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

function importIn(node: ts.Node): { from: string; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const { moduleSpecifier } = node
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return undefined
    return { from: moduleSpecifier.text, typeOnly: ts.isImportDeclaration(node) ? typesOnly(node) : node.isTypeOnly }
  }
  const dynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
  const [from] = dynamic ? node.arguments : []
  return from && ts.isStringLiteral(from) ? { from: from.text, typeOnly: false } : undefined
}

function typesOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const { name, namedBindings } = importClause
  return (
    !name &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.length > 0 &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  )
}

function resolved(path: string, from: string, files: Files): string {
  const plain = posix.join(posix.dirname(path), from)
  const candidates = [plain, plain.replace(/\.js$/, '.ts'), plain.replace(/\.js$/, '.tsx')]
  return candidates.find((candidate) => candidate in files) ?? candidates[1]!
}

const QUERIES = /^(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|using|\w*Join|copyRows)$/
const TABLE = /\b([a-z][a-z0-9_]*\.[a-z][a-z0-9_]*)\b/g

function tablesIn(node: ts.Node): string[] {
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText().startsWith('sql'))
    return matchesIn(node.template.getText().replace(/\$\{[^}]*\}/g, ' '))
  if (ts.isCallExpression(node) && QUERIES.test(calledName(node.expression)))
    return node.arguments.filter(ts.isStringLiteralLike).flatMap((argument) => matchesIn(argument.text))
  if (ts.isInterfaceDeclaration(node) && node.name.text === 'Tables')
    return node.members.flatMap((member) =>
      member.name && ts.isStringLiteral(member.name) ? matchesIn(member.name.text) : [],
    )
  return []
}

const matchesIn = (text: string): string[] => [...text.matchAll(TABLE)].map(([, name]) => name!)

const calledName = (expression: ts.Expression): string =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : ts.isIdentifier(expression) ? expression.text : ''
