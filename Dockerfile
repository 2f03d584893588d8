# The portal as one image: it serves, and with the argument "migrate" it brings the database up to date and ends.
FROM node:20-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
ENV CI=true DOTNET_CLI_TELEMETRY_OPTOUT=1

# what changes seldom comes first, so that it is fetched seldom
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/MigrantServices.Core/*.csproj src/MigrantServices.Core/packages.lock.json src/MigrantServices.Core/
COPY src/MigrantServices.Portal/*.csproj src/MigrantServices.Portal/*.targets src/MigrantServices.Portal/packages.lock.json src/MigrantServices.Portal/
COPY frontend frontend
RUN dotnet restore src/MigrantServices.Portal --locked-mode
COPY src src
# publishing also fetches the compiler that works ahead of the start
RUN dotnet publish src/MigrantServices.Portal --configuration Release --output /portal

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
  && apt-get install -y --no-install-recommends curl libpangocairo-1.0-0 libcairo2 libgdk-pixbuf-2.0-0 fonts-noto-core fonts-noto-cjk \
  && rm -rf /var/lib/apt/lists/* \
  && mkdir -p /var/lib/portal/keys \
  && chown -R app:app /var/lib/portal
WORKDIR /portal
COPY --from=build /portal .
ENV ASPNETCORE_HTTP_PORTS=8080 Keys__File=/var/lib/portal/keys/portal.keys Keys__SigningFile=/var/lib/portal/keys/signing.keys Keys__VaultFile=/var/lib/portal/keys/vault.keys Keys__VaultFolder=/var/lib/portal/keys/people
VOLUME /var/lib/portal
EXPOSE 8080
USER app
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 CMD ["curl", "-fsS", "-o", "/dev/null", "http://localhost:8080/health/ready"]
ENTRYPOINT ["dotnet", "MigrantServices.Portal.dll"]
