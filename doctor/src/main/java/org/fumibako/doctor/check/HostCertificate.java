// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fumibako.delivery.host.HostCheck;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.model.DomainName;
import org.fumibako.net.TlsCertificate;

/** Whether the certificate of the server's name is good today, by the server's own clock, which is shown to compare a device's with. */
public final class HostCertificate implements Check {
    private final Supplier<HostCheck.Host> host;

    public HostCertificate(Supplier<HostCheck.Host> host) {
        this.host = host;
    }

    @Override
    public String id() {
        return "host-certificate";
    }

    @Override
    public Phrase subject() {
        return new Phrase("サーバーの証明書と時計", "The server's certificate and clock");
    }

    @Override
    public Finding examine(Patient patient) {
        HostCheck.Host self = host.get();
        Evidence clock = new Evidence(
                new Phrase("サーバーの時計", "The server's clock"), patient.times().at(patient.now()));
        List<TlsCertificate> own = self.certificates().stream()
                .filter(certificate ->
                        ServerNames.covers(certificate.names(), self.name().ascii()))
                .toList();
        Optional<TlsCertificate> good =
                own.stream().filter(one -> isValid(one, patient.now())).findFirst();
        Finding finding = own.isEmpty()
                ? Finding.cause(self.name() + " の証明書がありません", "There is no certificate for " + self.name())
                : good.map(one -> judge(self.name(), one))
                        .orElseGet(() -> outOfTime(patient, self.name(), own.getFirst()));
        Finding shown = own.isEmpty()
                ? finding
                : finding.with(new Evidence(
                        new Phrase("証明書の期間", "The certificate is good"),
                        period(patient, good.orElse(own.getFirst()).leaf())));
        return shown.with(clock)
                .and(
                        "証明書の警告は、パソコンやスマートフォンの時計がずれているときにも出ます。上の時計と比べてください。",
                        "Programs warn too when the clock of the device is wrong: compare it with the one above.");
    }

    private static boolean isValid(TlsCertificate certificate, Instant now) {
        X509Certificate leaf = certificate.leaf();
        return !now.isBefore(leaf.getNotBefore().toInstant())
                && now.isBefore(leaf.getNotAfter().toInstant());
    }

    private static Finding judge(DomainName name, TlsCertificate certificate) {
        X509Certificate leaf = certificate.leaf();
        boolean selfSigned =
                certificate.chain().size() == 1 && leaf.getIssuerX500Principal().equals(leaf.getSubjectX500Principal());
        return selfSigned
                ? Finding.cause(name + " の証明書は自己署名です", "The certificate of " + name + " is signed by itself")
                        .because(
                                "認証局の署名がないため、メールソフトは警告を出します。サーバーの管理者が証明書を取り直す必要があります。サポートへご連絡ください。",
                                "No authority vouches for it, so mail programs warn. Whoever runs the server has to"
                                        + " get another one; ask support.")
                : Finding.fine(name + " の証明書は有効です", "The certificate of " + name + " is good");
    }

    private static Finding outOfTime(Patient patient, DomainName name, TlsCertificate certificate) {
        boolean early = patient.now().isBefore(certificate.leaf().getNotBefore().toInstant());
        return Finding.cause(
                        name + (early ? " の証明書はまだ有効ではありません" : " の証明書の期限が切れています"),
                        "The certificate of " + name + (early ? " is not good yet" : " has expired"))
                .because(
                        (early ? "サーバーの時計がずれている可能性もあります。" : "") + "サーバーの管理者が直す必要があります。サポートへご連絡ください。",
                        (early ? "The server's clock may be wrong, too. " : "")
                                + "Whoever runs the server has to mend that; ask support.");
    }

    private static Phrase period(Patient patient, X509Certificate leaf) {
        Phrase from = patient.times().at(leaf.getNotBefore().toInstant());
        Phrase until = patient.times().at(leaf.getNotAfter().toInstant());
        return new Phrase(from.ja() + " から " + until.ja() + " まで", "from " + from.en() + " until " + until.en());
    }
}
