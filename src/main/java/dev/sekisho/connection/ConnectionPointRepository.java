package dev.sekisho.connection;

import dev.sekisho.registry.RegistryRepository;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ConnectionPointRepository extends RegistryRepository<ConnectionPointEntity> {
    ConnectionPointRepository() {
        super(ConnectionPointEntity.class);
    }
}
