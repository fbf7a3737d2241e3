// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.abroad;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.journal.Journal;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.CountryRules;
import org.fumibako.registry.Registry;

/** The country restriction: a switch of the domain, an override of the account, exceptions, and travel passes. */
public final class AbroadEndpoints {
    /** A longer stay is better said by the account's own switch. */
    static final Duration LONGEST_PASS = Duration.ofDays(90);

    /** How far back one is shown who came from abroad. */
    static final Duration LOOK_BACK = Duration.ofDays(7);

    private final Registry registry;
    private final CountryRules rules;
    private final Abroad abroad;
    private final AttemptReader attempts;
    private final Clock clock;

    public AbroadEndpoints(Registry registry, Journal journal, Abroad abroad, Clock clock) {
        this.registry = registry;
        this.rules = registry.countries();
        this.abroad = abroad;
        this.attempts = new AttemptReader(journal, abroad);
        this.clock = clock;
    }

    public List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/domains/{domain}/country", "showCountryRule")
                        .says("Whether accounts of the domain may send from abroad")
                        .may(Access.DOMAIN)
                        .gives(DomainCountryView.class)
                        .by(this::view),
                Endpoint.of(Method.GET, "/api/domains/{domain}/country/attempts", "listCountryAttempts")
                        .says("Who signed in, tried to, or was refused from abroad within seven days")
                        .may(Access.DOMAIN)
                        .gives(CountryAttempts.class)
                        .by(call -> attempts.read(
                                registry.accounts().list(call.theDomain().id()),
                                clock.instant().minus(LOOK_BACK))),
                Endpoint.of(Method.PUT, "/api/domains/{domain}/country", "setCountryRule")
                        .says("Switches the restriction on or off")
                        .may(Access.DOMAIN)
                        .takes(DomainCountryEdit.class)
                        .gives(DomainCountryView.class)
                        .by(this::limit),
                Endpoint.of(Method.POST, "/api/domains/{domain}/country/addresses", "allowAddress")
                        .says("Lets one IP address send, whatever its country (これは私です)")
                        .may(Access.DOMAIN)
                        .takes(AllowedAddress.class)
                        .gives(DomainCountryView.class)
                        .refuses(ErrorCode.INVALID, ErrorCode.OVER_LIMIT)
                        .by(this::allow),
                Endpoint.of(Method.DELETE, "/api/domains/{domain}/country/addresses/{ip}", "disallowAddress")
                        .says("Makes an IP address no exception any more")
                        .may(Access.DOMAIN)
                        .gives(DomainCountryView.class)
                        .refuses(ErrorCode.NOT_FOUND)
                        .by(this::disallow),
                Endpoint.of(Method.GET, "/api/accounts/{address}/country", "showAccountCountryRule")
                        .says("What holds for the account, and its travel passes")
                        .may(Access.ACCOUNT)
                        .gives(AccountCountryView.class)
                        .by(call ->
                                AccountCountryView.of(rules, call.theAccount().address())),
                Endpoint.of(Method.PUT, "/api/accounts/{address}/country", "setAccountCountryRule")
                        .says("As the domain says, limited, or free")
                        .may(Access.ACCOUNT_MANAGER)
                        .takes(AccountCountryEdit.class)
                        .gives(AccountCountryView.class)
                        .by(this::override),
                Endpoint.of(Method.POST, "/api/accounts/{address}/travel-passes", "openTravelPass")
                        .says("Lets the account send from some countries for a while (出張モード)")
                        .may(Access.ACCOUNT)
                        .takes(NewPass.class)
                        .gives(AccountCountryView.class)
                        .refuses(ErrorCode.INVALID, ErrorCode.OVER_LIMIT)
                        .by(this::open),
                Endpoint.of(Method.DELETE, "/api/accounts/{address}/travel-passes/{pass}", "closeTravelPass")
                        .says("Ends a travel pass before its time")
                        .may(Access.ACCOUNT)
                        .gives(AccountCountryView.class)
                        .refuses(ErrorCode.NOT_FOUND)
                        .by(this::close));
    }

    private DomainCountryView view(Call<?> call) {
        return DomainCountryView.of(rules, abroad, call.theDomain().name(), clock.instant());
    }

    private DomainCountryView limit(Call<DomainCountryEdit> call) {
        rules.limit(call.theDomain().name(), call.request().limited(), call.origin());
        return view(call);
    }

    private DomainCountryView allow(Call<AllowedAddress> call) {
        InetAddress address = literal(
                call.request().address().strip(),
                () -> ApiException.of(ErrorCode.INVALID).at("address"));
        rules.allow(call.theDomain().name(), address, call.origin());
        return view(call);
    }

    private DomainCountryView disallow(Call<Nothing> call) {
        InetAddress address = literal(call.path().getOrDefault("ip", ""), () -> ApiException.of(ErrorCode.NOT_FOUND));
        rules.disallow(call.theDomain().name(), address, call.origin());
        return view(call);
    }

    private static InetAddress literal(String text, Supplier<ApiException> refusal) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException none) {
            throw refusal.get();
        }
    }

    private AccountCountryView override(Call<AccountCountryEdit> call) {
        EmailAddress address = call.theAccount().address();
        rules.limit(address, call.request().choice().limited(), call.origin());
        return AccountCountryView.of(rules, address);
    }

    private AccountCountryView open(Call<NewPass> call) {
        NewPass pass = call.request();
        if (pass.until().isAfter(pass.from().plus(LONGEST_PASS))) {
            throw ApiException.of(ErrorCode.INVALID).at("until");
        }
        try {
            EmailAddress address = call.theAccount().address();
            rules.open(address, Set.copyOf(pass.countries()), pass.from(), pass.until(), call.origin());
            return AccountCountryView.of(rules, address);
        } catch (IllegalArgumentException wrong) {
            throw ApiException.of(ErrorCode.INVALID).at(pass.from().isBefore(pass.until()) ? "countries" : "until");
        }
    }

    private AccountCountryView close(Call<Nothing> call) {
        EmailAddress address = call.theAccount().address();
        rules.close(address, call.number("pass"), call.origin());
        return AccountCountryView.of(rules, address);
    }
}
