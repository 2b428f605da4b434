package dev.sekisho.software;

import dev.sekisho.registry.RegisteredEntity;
import dev.sekisho.registry.field.TextList;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "software_product")
class SoftwareProductEntity extends RegisteredEntity {
    @Nullable
    String vendor;

    @Nullable
    String supplier;

    @Nullable
    String purl;

    @Nullable
    String cpe;

    @Convert(converter = TextList.class)
    @Nullable
    List<String> aliases;
}
