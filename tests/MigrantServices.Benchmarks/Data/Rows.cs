using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Benchmarks.Data;

/// <summary>Writes many entities at once by binary COPY, column by column as the model describes them.</summary>
public static class Rows
{
    public static async Task CopyAsync<T>(PortalDb db, IReadOnlyCollection<T> entities)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        var columns = type.GetProperties().Select(property => Column.Of(property, type, table)).ToList();
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        await using (var writer = await connection.BeginBinaryImportAsync(
            $"copy {table.Name} ({string.Join(", ", columns.Select(c => c.Name))}) from stdin (format binary)"))
        {
            foreach (var entity in entities)
            {
                await writer.StartRowAsync();
                foreach (var column in columns)
                {
                    if (column.ValueOf(entity) is { } value)
                    {
                        await writer.WriteAsync(value, column.Type);
                    }
                    else
                    {
                        await writer.WriteNullAsync();
                    }
                }
            }

            await writer.CompleteAsync();
        }

        await db.Database.CloseConnectionAsync();
    }

    private sealed record Column(string Name, string Type, Func<object, object?> ValueOf)
    {
        public static Column Of(IProperty property, IEntityType type, StoreObjectIdentifier table)
        {
            var mapping = property.GetRelationalTypeMapping();
            var name = property.GetColumnName(table)!;
            var plain = mapping.StoreType.Split('(')[0];
            if (property.IsShadowProperty())
            {
                var service = type.GetDiscriminatorValue();
                return new(name, plain, _ => service);
            }

            var getter = property.GetGetter();
            var converter = mapping.Converter;
            return new(name, plain, entity =>
            {
                var value = getter.GetClrValue(entity);
                return converter is not null && value is not null ? converter.ConvertToProvider(value) : value;
            });
        }
    }
}
