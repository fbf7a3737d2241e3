// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.accounts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fumibako.api.accounts.Imported.ImportedRow;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;
import org.fumibako.registry.Account;
import org.fumibako.registry.PlanLimits;
import org.fumibako.registry.Registry;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.Usage;
import org.fumibako.store.MessageStore;

/** {@code POST /api/domains/{domain}/accounts/import}: looks at every row first, then adds all or none. */
final class ImportAccounts {
    /** Rows at a time: hashing a password takes some 50 ms of a processor, and somebody waits. */
    static final int MAX_ROWS = 200;

    private final Registry registry;
    private final MessageStore store;

    ImportAccounts(Registry registry, MessageStore store) {
        this.registry = registry;
        this.store = store;
    }

    Endpoint<ImportRequest, Imported> endpoint() {
        return Endpoint.of(Method.POST, "/api/domains/{domain}/accounts/import", "importAccounts")
                .says("Adds up to 200 accounts from a CSV, all or none; with check it only looks")
                .may(Access.DOMAIN)
                .takes(ImportRequest.class)
                .gives(Imported.class)
                .refuses(
                        ErrorCode.CSV_INVALID,
                        ErrorCode.CSV_COLUMNS,
                        ErrorCode.TOO_MANY_ROWS,
                        ErrorCode.PLAN_ACCOUNTS,
                        ErrorCode.PLAN_QUOTA)
                .by(this::add);
    }

    private record Wanted(int line, EmailAddress address, String name, Quota quota, String password) {
        /** Not the password. */
        @Override
        public String toString() {
            return "account " + address;
        }
    }

    private Imported add(Call<ImportRequest> call) {
        List<Csv.Row> rows = Csv.read(call.request().csv(), MAX_ROWS);
        if (rows.isEmpty()) {
            throw ApiException.of(ErrorCode.CSV_COLUMNS).at("csv");
        }
        Columns columns = Columns.of(rows.getFirst().cells());
        List<ImportedRow> seen = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Csv.Row row : rows.subList(1, rows.size())) {
            String text = address(columns.cell(row, "address"), call);
            try {
                wanted.add(look(row, columns, text, call, keys));
                seen.add(new ImportedRow(row.line(), text, null, null));
            } catch (ApiException refused) {
                seen.add(problem(row, text, refused, call));
            } catch (RegistryException refused) {
                seen.add(problem(row, text, ApiException.of(refused), call));
            }
        }
        if (wanted.size() < seen.size()) {
            return new Imported(seen, 0, null);
        }
        requirePlan(call, wanted);
        if (call.request().check()) {
            return new Imported(seen, 0, null);
        }
        for (Wanted one : wanted) {
            Account account =
                    registry.accounts().add(one.address(), one.name(), one.quota(), one.password(), call.origin());
            store.createAccount(account.id());
        }
        return new Imported(seen, wanted.size(), call.undo());
    }

    private static ImportedRow problem(Csv.Row row, String address, ApiException refused, Call<ImportRequest> call) {
        return new ImportedRow(
                row.line(), address, refused.code().code(), refused.code().text(call.language(), refused.facts()));
    }

    private static String address(String cell, Call<ImportRequest> call) {
        return cell.contains("@") ? cell : cell + "@" + call.theDomain().name();
    }

    private Wanted look(Csv.Row row, Columns columns, String text, Call<ImportRequest> call, Set<String> keys) {
        EmailAddress address = EmailAddress.parse(text)
                .filter(parsed -> parsed.domain().equals(call.theDomain().name()))
                .orElseThrow(() -> ApiException.of(ErrorCode.ADDRESS_INVALID, "address", text));
        if (!keys.add(address.key())) {
            throw ApiException.of(ErrorCode.ADDRESS_TWICE, "address", text);
        }
        String name = columns.cell(row, "name");
        String password = columns.cell(row, "password");
        registry.accounts().check(address, name, password);
        return new Wanted(row.line(), address, name, quota(columns.cell(row, "quota_mb")), password);
    }

    private static Quota quota(String cell) {
        if (cell.isEmpty()) {
            return Quota.DEFAULT;
        }
        try {
            return AccountViews.quota(Integer.valueOf(cell.replace(",", "")));
        } catch (NumberFormatException notOne) {
            throw ApiException.of(ErrorCode.QUOTA_OUT_OF_RANGE);
        }
    }

    private void requirePlan(Call<ImportRequest> call, List<Wanted> wanted) {
        PlanLimits limits = registry.limits(call.theDomain().customer());
        Usage used = registry.customers().used(call.theDomain().customer());
        long megabytes =
                wanted.stream().mapToLong(one -> one.quota().megabytes()).sum();
        if (used.accounts() + wanted.size() > limits.accounts()) {
            throw ApiException.of(ErrorCode.PLAN_ACCOUNTS, "limit", String.valueOf(limits.accounts()));
        }
        if (used.megabytes() + megabytes > limits.diskMegabytes()) {
            throw ApiException.of(ErrorCode.PLAN_QUOTA, "limit", String.valueOf(limits.diskMegabytes()));
        }
    }

    /** Where the columns are, in whatever order; a column that is not there is empty everywhere. */
    private record Columns(List<String> names) {
        static Columns of(List<String> heading) {
            List<String> names = heading.stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            if (!names.contains("address") || !names.contains("password")) {
                throw ApiException.of(ErrorCode.CSV_COLUMNS).at("csv");
            }
            return new Columns(names);
        }

        String cell(Csv.Row row, String name) {
            int index = names.indexOf(name);
            return index < 0 || index >= row.cells().size() ? "" : row.cells().get(index);
        }
    }
}
