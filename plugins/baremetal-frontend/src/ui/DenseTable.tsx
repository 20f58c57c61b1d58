import type { ReactNode } from 'react';
import {
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import styles from './DenseTable.module.css';

export interface DenseColumn {
  readonly label: string;
  /** Right-aligned. */
  readonly number?: boolean;
}

export interface DenseRow {
  readonly id: string;
  /** One per column. */
  readonly cells: readonly ReactNode[];
}

/** A table of a few dozen rows on Backstage UI's parts; the text twin of a picture, mostly. */
export function DenseTable(props: {
  label: string;
  columns: readonly DenseColumn[];
  rows: readonly DenseRow[];
}) {
  const { label, columns, rows } = props;
  return (
    <div className={styles.wrap}>
      <TableRoot aria-label={label}>
        <TableHeader>
          {columns.map((column, index) => (
            <Column
              key={column.label}
              isRowHeader={index === 0}
              className={column.number ? styles.number : undefined}
            >
              {column.label}
            </Column>
          ))}
        </TableHeader>
        <TableBody>
          {rows.map(row => (
            <Row key={row.id} id={row.id}>
              {row.cells.map((cell, index) => (
                <Cell
                  key={columns[index]?.label}
                  className={columns[index]?.number ? styles.number : undefined}
                >
                  {cell}
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </TableRoot>
    </div>
  );
}
