// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.accounts;

import java.util.ArrayList;
import java.util.List;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.ErrorCode;

/** Comma-separated values (RFC 4180), read as spreadsheets write them: any line end, quotes where they are wanted. */
public final class Csv {
    private final String text;
    private int position;
    private int line = 1;

    private Csv(String text) {
        this.text = text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** A row and the line that it begins on. */
    public record Row(int line, List<String> cells) {}

    /**
     * All rows that are not empty.
     *
     * @param most rows at most, without the heading
     * @throws ApiException when a quote is not closed, or there are more
     */
    public static List<Row> read(String text, int most) {
        Csv csv = new Csv(text);
        List<Row> rows = new ArrayList<>();
        while (csv.position < csv.text.length()) {
            Row row = csv.row();
            if (!row.cells().equals(List.of(""))) {
                rows.add(row);
            }
            if (rows.size() > most + 1) {
                throw ApiException.of(ErrorCode.TOO_MANY_ROWS, "max", String.valueOf(most))
                        .at("csv");
            }
        }
        return rows;
    }

    private Row row() {
        int first = line;
        List<String> cells = new ArrayList<>();
        boolean more = true;
        while (more) {
            cells.add(at('"') ? quoted() : bare());
            more = at(',');
            if (more) {
                position++;
            }
        }
        endLine();
        return new Row(first, cells);
    }

    private boolean at(char wanted) {
        return position < text.length() && text.charAt(position) == wanted;
    }

    private String bare() {
        int from = position;
        while (position < text.length() && ",\r\n".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return text.substring(from, position).strip();
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        position++;
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == '"' && !at('"')) {
                return cell.toString();
            } else if (c == '"') {
                position++;
            } else if (c == '\n') {
                line++;
            }
            cell.append(c);
        }
        throw invalid();
    }

    private void endLine() {
        if (position == text.length()) {
            return;
        }
        if (at('\r')) {
            position++;
        }
        if (at('\n')) {
            position++;
        } else if (text.charAt(position - 1) != '\r') {
            throw invalid();
        }
        line++;
    }

    private ApiException invalid() {
        return ApiException.of(ErrorCode.CSV_INVALID, "line", String.valueOf(line))
                .at("csv");
    }

    /** A row as a line; what a spreadsheet would take for a formula is text. */
    public static String line(List<String> cells) {
        List<String> written = new ArrayList<>();
        for (String cell : cells) {
            boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
            written.add("\"" + (formula ? "'" : "") + cell.replace("\"", "\"\"") + "\"");
        }
        return String.join(",", written) + "\r\n";
    }
}
