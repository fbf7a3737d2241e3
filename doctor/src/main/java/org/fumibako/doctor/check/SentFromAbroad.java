// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.History.Happening;
import org.fumibako.doctor.Outcome;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.journal.JournalEvent.RefusedAbroad;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.journal.Protocol;
import org.fumibako.registry.CountryRule;
import org.fumibako.registry.CountryRules;
import org.fumibako.registry.CountryRules.AccountPass;
import org.fumibako.registry.TravelPass;

/** Whether the country restriction stopped the account (SMTP認証の国外アクセス制限). */
public final class SentFromAbroad implements Check {
    /** A journey: what was stopped longer ago is another matter. */
    private static final Duration RECENT = Duration.ofDays(14);

    private static final int NAMED = 5;
    private static final int PASS_DAYS = 14;
    private static final Duration UNDOABLE = Duration.ofDays(30);

    private final CountryRules rules;

    public SentFromAbroad(CountryRules rules) {
        this.rules = rules;
    }

    @Override
    public String id() {
        return "sent-from-abroad";
    }

    @Override
    public Phrase subject() {
        return new Phrase("国外アクセス制限の影響", "The country restriction");
    }

    @Override
    public Finding examine(Patient patient) {
        Optional<Finding> none = AccountExists.needed(patient);
        if (none.isPresent()) {
            return none.get();
        }
        CountryRule rule = rules.of(patient.accountAddress());
        List<Happening<RefusedAbroad>> stopped = patient.history().of(RefusedAbroad.class).stream()
                .filter(one -> one.at().isAfter(patient.now().minus(RECENT)))
                .toList();
        if (stopped.isEmpty()) {
            return rule.limited()
                    ? Finding.fine("国外から止められた送信はありません（制限は ON）", "Nothing was stopped (the restriction is on)")
                    : Finding.fine("国外アクセス制限は OFF です", "The restriction is off");
        }
        Finding finding = lifted(patient, rule, stopped.getFirst()) || isBack(patient, stopped.getFirst())
                ? past(stopped)
                : stopping(stopped).with(remedy(patient, stopped.getFirst()));
        return withPasses(patient, stopped.getFirst(), finding)
                .with(stopped.stream()
                        .limit(NAMED)
                        .map(one -> line(patient, one))
                        .toList());
    }

    /** What became of journeys that were told of: a pass has ended, or is for another country. */
    private Finding withPasses(Patient patient, Happening<RefusedAbroad> last, Finding finding) {
        List<TravelPass> passes = rules
                .passes(patient.address().domain(), patient.now().minus(RECENT))
                .stream()
                .filter(one ->
                        one.account().key().equals(patient.accountAddress().key()))
                .map(AccountPass::pass)
                .toList();
        Finding all = finding;
        for (TravelPass pass : passes) {
            all = all.with(new Evidence(
                    new Phrase("出張モード", "Travel pass"),
                    new Phrase(
                            String.join(", ", pass.countries()) + "　"
                                    + patient.times().at(pass.until()).ja() + " まで",
                            String.join(", ", pass.countries()) + ", until "
                                    + patient.times().at(pass.until()).en())));
        }
        boolean ended = passes.stream().anyMatch(pass -> !pass.until().isAfter(last.at()));
        return ended && finding.outcome() == Outcome.CAUSE
                ? all.and(
                        "出張モードの期間が終わったあとに止めています。続けて滞在するときは、期間を決め直してください。",
                        "It was stopped after the travel pass had ended. If you stay on, open a new one.")
                : all;
    }

    private static boolean lifted(Patient patient, CountryRule rule, Happening<RefusedAbroad> last) {
        boolean address =
                last.row().origin().peer().filter(rule.allowed()::contains).isPresent();
        boolean pass =
                rule.passes().stream().anyMatch(one -> one.opens(last.event().country(), patient.now()));
        return !rule.limited() || address || pass;
    }

    /** Whether mail was sent after that: the journey is over, or another way was found. */
    private static boolean isBack(Patient patient, Happening<RefusedAbroad> last) {
        return patient.history().of(OutgoingEvent.Queued.class).stream()
                .filter(one -> one.row().origin().protocol() == Protocol.SUBMISSION)
                .anyMatch(one -> one.row().id() > last.row().id());
    }

    private static Finding past(List<Happening<RefusedAbroad>> stopped) {
        return Finding.suspicious(
                        "以前、国外からの送信を " + stopped.size() + "回止めました",
                        "Sending from abroad was stopped " + Phrase.times(stopped.size()) + " before")
                .because("そのあと送信できたか、いまは許可されています。", "Sending worked after that, or it is allowed now.");
    }

    private static Finding stopping(List<Happening<RefusedAbroad>> stopped) {
        return Finding.cause(
                        "国外からの送信を " + stopped.size() + "回止めました",
                        "Sending from abroad was stopped " + Phrase.times(stopped.size()))
                .because(
                        "国外アクセス制限が ON のためです。ご本人の場合は出張モードを使うと、期間中だけ送信できます。心当たりがない場合は、パスワードを変更してください。",
                        "The country restriction is on. If this was you, a travel pass lets you send for a while. If"
                                + " it was not, change the password.");
    }

    private static Remedy remedy(Patient patient, Happening<RefusedAbroad> last) {
        Optional<InetAddress> peer = last.row().origin().peer();
        return last.event().country().isEmpty() && peer.isPresent()
                ? allowance(patient, peer.get().getHostAddress())
                : travelPass(patient, last.event());
    }

    /** For an address whose country nobody knows, or of which something wrong is known. */
    private static Remedy allowance(Patient patient, String address) {
        String path = "/api/domains/" + patient.address().domain().ascii() + "/country/addresses";
        return new Remedy.Call(
                new Phrase("このアドレス（" + address + "）からの送信を許可する", "Allow sending from " + address),
                new Phrase(
                        "国がわからないアドレスです。ご本人のものであることを確かめてから許可してください。このアドレスだけが許可されます。",
                        "Nobody knows the country of this address. Make sure that it is yours; only this one is"
                                + " allowed."),
                "POST",
                path,
                Map.of("address", address),
                Optional.empty(),
                Optional.of(new Remedy.Back("DELETE", path + "/" + address, Map.of())),
                UNDOABLE);
    }

    private static Remedy travelPass(Patient patient, RefusedAbroad event) {
        return new Remedy.Call(
                new Phrase("出張モードで " + PASS_DAYS + "日間許可する", "Allow it for " + PASS_DAYS + " days"),
                new Phrase(
                        "この国（" + event.country() + "）からの送信だけを許可し、期間が終わると自動で元に戻ります。",
                        "Only sending from this country (" + event.country()
                                + ") is allowed, and the pass ends by itself."),
                "POST",
                patient.apiPath() + "/travel-passes",
                Map.of(
                        "countries",
                        List.of(event.country()),
                        "from",
                        patient.now().toString(),
                        "until",
                        patient.now().plus(Duration.ofDays(PASS_DAYS)).toString()),
                Optional.empty(),
                Optional.of(new Remedy.Back("DELETE", patient.apiPath() + "/travel-passes/{new}", Map.of())),
                Duration.ofDays(PASS_DAYS));
    }

    private static Evidence line(Patient patient, Happening<RefusedAbroad> one) {
        String country = one.event().country().isEmpty() ? "?" : one.event().country();
        return new Evidence(
                patient.times().at(one.at()),
                SignIns.join(new Phrase("国 " + country, "country " + country), SignIns.who(one.row())),
                List.of(Raw.line(
                        one.row(),
                        "MAIL FROM:<" + one.event().sender() + "> refused, "
                                + one.event().place())));
    }
}
