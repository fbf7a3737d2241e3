// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.abuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.delivery.abuse.Suspicion.Sign;

/**
 * What an account sent in the past hour, beside what it is used to.
 *
 * @param hour recipients of the past hour
 * @param peak recipients of its busiest day, today not counted
 * @param days on how many days it has sent
 * @param strangePlace whether it sends from where nobody had signed in until yesterday
 * @param strangeCountry the country of such a place, when nobody had signed in from there at all
 * @param tried recipients of the past hour whose servers have answered for good
 * @param refused how many of them were refused
 * @param refusing by how many domains
 */
record Facts(
        long hour,
        long peak,
        long days,
        boolean strangePlace,
        Optional<String> strangeCountry,
        long tried,
        long refused,
        long refusing) {
    /** Fewer recipients an hour are never sudden: an invitation to everybody in an address book has as many. */
    static final long MIN_RECIPIENTS = 50;

    /** So many times the busiest day within one hour is sudden: a list that grows does not grow like that. */
    static final long SUDDEN = 5;

    /** Whoever has sent on fewer days has no habits yet; the first newsletter of a new customer is sudden and right. */
    static final long HABIT_DAYS = 7;

    /** Refusals that old lists do not reach by themselves: so many, by so many domains, and one in so many tries. */
    static final long MIN_REFUSED = 20;

    static final long MIN_REFUSING = 5;
    static final long REFUSED_OF = 5;

    /** What all signs together have to weigh. No sign weighs as much, so one alone never does harm. */
    static final int ENOUGH = 3;

    /**
     * Empty when all of it can be the owner's own doing. Volume or country has to be odd in any case: a newsletter whose volume is
     * usual may well go out from a hotel, to a list with many dead addresses.
     */
    Optional<Suspicion> suspicion() {
        boolean sudden = hour >= Math.max(MIN_RECIPIENTS, SUDDEN * peak);
        boolean rejected = refused >= MIN_REFUSED && refusing >= MIN_REFUSING && refused * REFUSED_OF >= tried;
        boolean odd = hour >= MIN_RECIPIENTS && (sudden || strangeCountry.isPresent());
        if (!odd || weight(sudden, rejected) < ENOUGH) {
            return Optional.empty();
        }
        List<Sign> signs = new ArrayList<>();
        if (sudden) {
            signs.add(new Sign(
                    "1時間に " + hour + " 件の宛先へ送信されました（これまで最も多い日で " + peak + " 件）",
                    "it sent to " + hour + " recipients within an hour, and to " + peak
                            + " on its busiest day before"));
        }
        strangeCountry.ifPresent(country -> signs.add(new Sign(
                "これまでサインインのなかった国（" + country + "）から送信されました",
                "it sent from " + country + ", a country nobody had signed in from")));
        if (strangePlace && strangeCountry.isEmpty()) {
            signs.add(new Sign("これまでサインインのなかった場所から送信されました", "it sent from a place nobody had signed in from"));
        }
        if (rejected) {
            signs.add(new Sign(
                    refusing + " のドメインから計 " + refused + " 件の受信拒否がありました",
                    refused + " recipients were refused, by " + refusing + " domains"));
        }
        return Optional.of(new Suspicion(signs));
    }

    private int weight(boolean sudden, boolean rejected) {
        int volume = days >= HABIT_DAYS ? 2 : 1;
        int place = strangeCountry.isPresent() ? 2 : 1;
        return (sudden ? volume : 0) + (strangePlace || strangeCountry.isPresent() ? place : 0) + (rejected ? 2 : 0);
    }
}
