// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Builds the demo's certificates (RFC 5280), EC P-256. The only class that touches BouncyCastle, so that a start that finds
 * its certificates does not load it.
 */
final class DemoCertificates {
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);

    /** What Apple's clients accept at most. */
    private static final Duration SERVER_LIFE = Duration.ofDays(397);

    /** Clocks of clients may be behind. */
    private static final Duration SKEW = Duration.ofHours(1);

    private static final X500Principal AUTHORITY = new X500Principal("CN=Fumibako demo authority");

    private DemoCertificates() {}

    static TlsCertificate authority(Instant now, SecureRandom random) throws GeneralSecurityException, IOException {
        KeyPair keys = keys(random);
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                AUTHORITY,
                serial(random),
                Date.from(now.minus(SKEW)),
                Date.from(now.plus(AUTHORITY_LIFE)),
                AUTHORITY,
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
        return new TlsCertificate(keys.getPrivate(), List.of(sign(builder, keys)));
    }

    static TlsCertificate server(TlsCertificate authority, Set<String> names, Instant now, SecureRandom random)
            throws GeneralSecurityException, IOException {
        KeyPair keys = keys(random);
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                authority.leaf().getSubjectX500Principal(),
                serial(random),
                Date.from(now.minus(SKEW)),
                Date.from(now.plus(SERVER_LIFE)),
                new X500Principal("CN=" + names.iterator().next()),
                keys.getPublic());
        JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.subjectAlternativeName, false, alternativeNames(names));
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(keys.getPublic()));
        builder.addExtension(
                Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(authority.leaf()));
        KeyPair signing = new KeyPair(authority.leaf().getPublicKey(), authority.key());
        return new TlsCertificate(keys.getPrivate(), List.of(sign(builder, signing), authority.leaf()));
    }

    private static GeneralNames alternativeNames(Set<String> names) {
        List<GeneralName> all = new ArrayList<>();
        names.forEach(name -> all.add(new GeneralName(GeneralName.dNSName, name)));
        all.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        all.add(new GeneralName(GeneralName.iPAddress, "::1"));
        return new GeneralNames(all.toArray(GeneralName[]::new));
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair issuer)
            throws GeneralSecurityException {
        try {
            ContentSigner signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static KeyPair keys(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    /** Positive, 120 bits: at least 64 of them random, at most 20 octets (RFC 5280 §4.1.2.2). */
    private static BigInteger serial(SecureRandom random) {
        return new BigInteger(120, random).setBit(119);
    }
}
