import ts from 'typescript';

/** A source file with one of its clauses taken out. */
export interface Mutant {
	/** The clause, on one line. */
	clause: string;
	/** Which one, of those with these words in the file; from 1. */
	nth: number;
	source: string;
}

/**
 * The file once for each condition after which it refuses (`if (…) return 'a-reason'`, `fail(…)`, `null`
 * or `false`), that condition never true; and once for each part of a condition with `||`.
 */
export function withoutEachClause(path: string, source: string): Mutant[] {
	const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
	const clauses: ts.Expression[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isIfStatement(node) && refuses(node.thenStatement))
			clauses.push(...new Set([node.expression, ...alternatives(node.expression)]));
		ts.forEachChild(node, visit);
	};
	visit(file);
	const seen = new Map<string, number>();
	return clauses.map((node) => {
		const clause = node.getText(file).replace(/\s+/g, ' ');
		const nth = (seen.get(clause) ?? 0) + 1;
		seen.set(clause, nth);
		const without = `${source.slice(0, node.getStart(file))}false${source.slice(node.end)}`;
		return { clause, nth, source: without };
	});
}

function refuses(statement: ts.Statement): boolean {
	if (ts.isBlock(statement)) {
		const [only, ...more] = statement.statements;
		return only !== undefined && more.length === 0 && refuses(only);
	}
	if (!ts.isReturnStatement(statement) || !statement.expression) return false;
	const { expression } = statement;
	if (ts.isCallExpression(expression)) return expression.expression.getText() === 'fail';
	const { kind } = expression;
	return (
		ts.isStringLiteral(expression) ||
		kind === ts.SyntaxKind.NullKeyword ||
		kind === ts.SyntaxKind.FalseKeyword
	);
}

function alternatives(expression: ts.Expression): ts.Expression[] {
	if (ts.isParenthesizedExpression(expression)) return alternatives(expression.expression);
	if (!ts.isBinaryExpression(expression)) return [];
	if (expression.operatorToken.kind !== ts.SyntaxKind.BarBarToken) return [];
	return [expression.left, expression.right].flatMap((side) => {
		const within = alternatives(side);
		return within.length > 0 ? within : [side];
	});
}
