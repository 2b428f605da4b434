package dev.sekisho.connection;

import dev.sekisho.registry.RegistryRepository;
import jakarta.inject.Singleton;

@Singleton
class ConnectionPointRepository extends RegistryRepository<ConnectionPointEntity> {
    ConnectionPointRepository() {
        super(ConnectionPointEntity.class);
    }
}
