package dev.sekisho.thirdparty;

import dev.sekisho.registry.RegisteredEntity;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.ThirdPartyKind;
import dev.sekisho.risk.estate.ThirdPartyState;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "third_party")
class ThirdPartyEntity extends RegisteredEntity {
    @Enumerated(EnumType.STRING)
    ThirdPartyKind kind = ThirdPartyKind.VENDOR;

    @Nullable
    Integer criticality;

    @Nullable
    String parent;

    @Nullable
    String owner;

    @Convert(converter = ContactView.Column.class)
    @Nullable
    List<ContactView> contacts;

    @Convert(converter = AgreementView.Column.class)
    @Nullable
    AgreementView agreement;

    @Column(name = "assessed_on")
    @Nullable
    LocalDate assessedOn;

    @Column(name = "subprocessors_declared")
    @Nullable
    Double subprocessorsDeclared;

    @Column(name = "external_rating")
    @Nullable
    Double externalRating;

    @Enumerated(EnumType.STRING)
    @Nullable
    ThirdPartyState state;

    @Enumerated(EnumType.STRING)
    @Nullable
    Notice notice;
}
