// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.host;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.DomainName;
import org.fumibako.net.TlsCertificate;

/** Whether clients are content with the certificate of the host name, which is the one they are told to connect to. */
record CertificateCheck(InstantSource clock) {
    /** Time to act: an authority may take days, a weekend two. */
    static final Duration SOON = Duration.ofDays(14);

    List<Finding> check(DomainName host, List<TlsCertificate> certificates) {
        List<Finding> findings = new ArrayList<>();
        Optional<TlsCertificate> own = certificates.stream()
                .filter(certificate -> isFor(certificate, host))
                .findFirst();
        findings.add(own.map(certificate -> expiry(host, certificate))
                .orElseGet(() -> Finding.problem(
                        "No TLS certificate is for the name " + host
                                + "; mail programs warn their users. Get one that names it.",
                        host + " という名前の証明書がありません。メールソフトが警告を出します。その名前の証明書を取ってください。")));
        own.filter(certificate -> certificate.chain().size() == 1
                        && certificate
                                .leaf()
                                .getIssuerX500Principal()
                                .equals(certificate.leaf().getSubjectX500Principal()))
                .ifPresent(_ -> findings.add(Finding.warning(
                        "The TLS certificate of " + host
                                + " was signed by itself; mail programs warn their users until they trust it.",
                        host + " の証明書は自己署名です。メールソフトが警告を出します。")));
        return findings;
    }

    private Finding expiry(DomainName host, TlsCertificate certificate) {
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(certificate.expiry(), ZoneOffset.UTC);
        if (!now.isBefore(certificate.expiry())) {
            return Finding.problem(
                    "The TLS certificate of " + host + " ended on " + day
                            + "; mail programs refuse it. Renew it, then run admin tls reload.",
                    host + " の証明書は " + day + " に期限が切れました。メールソフトは接続を拒みます。更新してください。");
        }
        return now.plus(SOON).isBefore(certificate.expiry())
                ? Finding.good(
                        "The TLS certificate is for " + host + ", until " + day + ".",
                        "証明書は " + host + " のもので、" + day + " まで有効です。")
                : Finding.warning(
                        "The TLS certificate of " + host + " ends on " + day + "; renew it now.",
                        host + " の証明書は " + day + " に期限が切れます。更新してください。");
    }

    /** A wildcard stands for one label (RFC 6125 §6.4.3). */
    private static boolean isFor(TlsCertificate certificate, DomainName host) {
        String name = host.ascii();
        String wildcard = "*" + name.substring(Math.max(0, name.indexOf('.')));
        return certificate.names().contains(name) || certificate.names().contains(wildcard);
    }
}
